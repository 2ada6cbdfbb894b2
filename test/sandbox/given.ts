import { startSandbox } from '../../sandbox';

export type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

export interface Answer {
	status: number;
	headers: Headers;
	text: string;
	// Answers are checked field by field, whatever their shape.
	// eslint-disable-next-line @typescript-eslint/no-explicit-any
	json: any;
}

interface More {
	body?: unknown;
	text?: string;
	/** A body as it is: a form, or bytes. */
	raw?: FormData | URLSearchParams | Buffer;
	token?: string | null;
	accept?: string;
	headers?: Record<string, string>;
}

/** Starts one sandbox for a file, resets it before each test and checks it kept to its contract after each. */
export function givenSandbox() {
	const holder = {} as { sandbox: Sandbox };
	beforeAll(async () => {
		holder.sandbox = await startSandbox();
	});
	beforeEach(() => {
		holder.sandbox.reset();
		// On a busy machine a second may pass between two requests.
		holder.sandbox.clock.stop();
	});
	afterEach(() => {
		const broken = holder.sandbox.journal.entries().filter((entry) => entry.contractErrors);
		expect(broken.map(({ url, contractErrors }) => ({ url, contractErrors }))).toEqual([]);
	});
	afterAll(() => holder.sandbox.close());

	async function send(
		method: string,
		path: string,
		headers: Record<string, string>,
		more: More,
	): Promise<Answer> {
		const given = more.text ?? (more.body === undefined ? undefined : JSON.stringify(more.body));
		const body = more.raw ?? given;
		if (given !== undefined) headers['content-type'] = 'application/json';
		const response = await fetch(holder.sandbox.url + path, {
			method,
			headers: { ...headers, ...more.headers },
			redirect: 'manual',
			body,
		});
		const text = await response.text();
		let json;
		try {
			json = JSON.parse(text);
		} catch {
			json = undefined;
		}
		return { status: response.status, headers: response.headers, text, json };
	}

	return {
		get sandbox() {
			return holder.sandbox;
		},
		/** A request to LOX24 with the good token, for application/json. */
		lox24(method: string, path: string, more: More = {}) {
			const { token = holder.sandbox.tokens.lox24, accept = 'application/json' } = more;
			return send(
				method,
				path,
				{ accept, ...(token !== null && { 'x-lox24-auth-token': token }) },
				more,
			);
		},
		/** A request to VoipNow, path after /uapi/extensions. */
		voipNow(method: string, path: string, more: More = {}) {
			const { token = holder.sandbox.tokens.voipNow } = more;
			return send(
				method,
				`/uapi/extensions${path}`,
				token === null ? {} : { authorization: `Bearer ${token}` },
				more,
			);
		},
		/** A request to VoipNow with the good token, path after /uapi. */
		uapi(method: string, path: string, more: More = {}) {
			const { token = holder.sandbox.tokens.voipNow } = more;
			return send(
				method,
				`/uapi${path}`,
				token === null ? {} : { authorization: `Bearer ${token}` },
				more,
			);
		},
		/** A request without a token, whole path. */
		plain(method: string, path: string, more: More = {}) {
			return send(method, path, {}, more);
		},
		lastEntry() {
			const entry = holder.sandbox.journal.entries().at(-1);
			if (!entry) throw new Error('The journal is empty');
			return entry;
		},
	};
}
