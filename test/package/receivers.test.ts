import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import { lox24 } from '../../nodes/Lox24/api/service';
import { Lox24 } from '../../nodes/Lox24/Lox24.node';
import type { Marks } from '../../nodes/shared/request/marks';
import { voipNow } from '../../nodes/VoipNow/api/service';
import { VoipNow } from '../../nodes/VoipNow/VoipNow.node';
import { lox24Operations } from '../engine/lox24Operations';
import type { OperationCase } from '../engine/operationMatrix';
import { voipNowOperations } from '../engine/voipNowOperations';
import { voipNowPhoneCalls } from '../engine/voipNowPhoneCalls';

/** A number as it is on the wire, or the extension of somebody. */
const NUMBER = /^\+?\d{7,15}$|^\d{4}\*\d{3}$/;

/** Who sends it, in whose name, or what it is about. */
const OTHERS = ['sender_id', 'extension', 'transferFromNumber', 'callerId'];

const NODES = [
	{ node: new Lox24(), service: lox24, cases: lox24Operations },
	{ node: new VoipNow(), service: voipNow, cases: [...voipNowOperations, ...voipNowPhoneCalls] },
];

/** The numbers in a body, each with the body in which that one is different. */
function numbersIn(body: unknown): Array<{ key: string; number: string; changed: IDataObject }> {
	const isNumber = (key: string, value: unknown): value is string =>
		typeof value === 'string' && NUMBER.test(value) && !OTHERS.includes(key);
	const found: Array<{ key: string; number: string }> = [];
	JSON.stringify(body, (key, value: unknown) => {
		if (isNumber(key, value)) found.push({ key, number: value });
		return value;
	});
	return found.map((one, index) => {
		let count = 0;
		const change = (key: string, value: unknown) =>
			isNumber(key, value) && count++ === index ? '+99999999' : value;
		return { ...one, changed: JSON.parse(JSON.stringify(body, change)) as IDataObject };
	});
}

const sends = NODES.flatMap(({ node, service, cases }) =>
	(cases as OperationCase[]).flatMap(({ id, method, url, body, parameters }) => {
		const usual = service.effectOf(method as 'POST', url.replace(/^\/uapi/, ''));
		if (!usual || usual.isIdempotent) return [];
		const { resource, operation } = parameters;
		const { options } = node.description.properties.find(
			({ name, displayOptions }) =>
				name === 'operation' && displayOptions?.show?.resource?.includes(resource as string),
		)!;
		const { routing } = (options as INodePropertyOptions[]).find(
			({ value }) => value === operation,
		)!;
		const marks = (routing?.send?.preSend ?? []) as Marks[];
		const receivers = marks.find(({ effect }) => effect)?.effect?.receivers ?? usual.receivers;
		return numbersIn(body).map((one) => ({ id, ...one, body: body as IDataObject, receivers }));
	}),
);

describe('what Retry takes for sent depends on who receives it', () => {
	test.each(sends)('$id: $key $number', ({ body, changed, receivers }) => {
		expect(receivers?.(changed)).not.toEqual(receivers?.(body));
	});
});
