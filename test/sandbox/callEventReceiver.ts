import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { givenSandbox } from './given';

export const ALL_TYPES = ['0', '1', '2', '3', '4'];

/** A call event as it arrived; `values` are those of query and form. */
export interface Received {
	method: string;
	path: string;
	query: Record<string, string>;
	body: string;
	values: Record<string, string>;
	type?: string;
}

/** A sandbox, and somebody who has call events of its extensions sent to him. */
export function givenReceiver() {
	const given = givenSandbox();
	let received: Received[] = [];
	let receiver: Server;
	let address: string;

	beforeAll(async () => {
		receiver = createServer((request, response) => {
			let body = '';
			request.on('data', (part) => (body += part));
			request.on('end', () => {
				const { pathname, searchParams } = new URL(request.url!, 'http://localhost');
				const query = Object.fromEntries(searchParams);
				const form = Object.fromEntries(new URLSearchParams(body));
				const values = request.method === 'POST' ? form : query;
				const type = request.headers['content-type'];
				received.push({ method: request.method!, path: pathname, query, body, values, type });
				response.end('OK');
			});
		});
		await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
		address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
	});
	beforeEach(() => (received = []));
	afterAll(() => receiver.close());

	return {
		given,
		/** In the order of arrival; those of one moment may overtake each other. */
		received: () => received,
		/** Has each type of event of an extension sent to the path of its number. */
		async register(extension: string, types: string[], more: object = {}) {
			for (const type of types) {
				const body = { type, method: '1', status: '1', url: `${address}/${type}?own=1`, ...more };
				const user = extension === '0003*211' ? '13' : '@me';
				const path = `/extensions/${user}/${extension}/phoneCallEvents`;
				const response = await given.uapi('POST', path, { body });
				expect(response.status).toBe(200);
			}
		},
		/** Lets time pass, until all events of that time have arrived. */
		async pass(seconds: number) {
			given.sandbox.clock.advance(seconds);
			await given.sandbox.eventsDelivered();
		},
	};
}
