import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../shared/response/response';
import { isHarmless } from '../../shared/webhook/body';

/** An event as LOX24 sends it. Nothing but `name` and `data` is certain to be there. */
export interface Lox24Event extends IDataObject {
	name: string;
	data: IDataObject | IDataObject[];
}

/** All known names fit, and so will new ones. */
const NAME = /^[a-z][\w-]{0,40}(\.[a-z][\w-]{0,40}){0,6}$/i;

/**
 * @param body of the request, as n8n has parsed it
 * @returns undefined for what is no event of LOX24
 */
export function readEvent(body: unknown): Lox24Event | undefined {
	if (!isObject(body) || !isHarmless(body)) return undefined;
	const { name, data = {}, ...envelope } = body;
	if (typeof name !== 'string' || !NAME.test(name)) return undefined;
	if (typeof data !== 'object') return undefined;
	// LOX24 spells it both ways (docs/api/lox24.md, "Webhooks").
	const total = envelope.attempt_total ?? envelope.attempts_total;
	return {
		...envelope,
		name,
		...(total !== undefined && { attempt_total: total }),
		data: (data ?? {}) as Lox24Event['data'],
	};
}
