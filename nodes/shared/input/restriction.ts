import type { IHookFunctions, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';

import { isObject } from '../response/response';
import { BadInput } from './badInput';
import { readNumbers } from './numberList';

/** n8n's context for a trigger, whether it is published, polls or is called. */
export type TriggerContext = Pick<
	IHookFunctions | IPollFunctions | IWebhookFunctions,
	'getNode' | 'getNodeParameter' | 'getTimezone'
>;

/**
 * Reads an option that keeps something out. Left empty in the editor it lets everything in; an
 * expression that gives nothing was meant to keep something out.
 *
 * @returns undefined where the option is not set
 */
export function restrictionOf(context: TriggerContext, name: string): unknown {
	const given: unknown = context.getNodeParameter(`options.${name}`, '');
	const isBlank = given === undefined || (typeof given === 'string' && given.trim() === '');
	if (!isBlank) return given;
	const options: unknown = context.getNode().parameters.options;
	const raw = isObject(options) ? options[name] : undefined;
	return typeof raw === 'string' && raw.startsWith('=') ? [] : undefined;
}

/**
 * The numbers of which one must be that of an event.
 *
 * @returns undefined when any may be
 * @throws BadInput when no event could ever meet it
 */
export function numbersOf(context: TriggerContext): Set<string> | undefined {
	const given = restrictionOf(context, 'restrictToNumbers');
	if (given === undefined) return undefined;
	const label = 'Restrict to Numbers';
	const numbers = readNumbers(given, { label, item: context as never });
	if (numbers.size > 0) return numbers;
	throw isEmpty(label);
}

/** Error for an option that would let nothing in. */
export function isEmpty(label: string): BadInput {
	return new BadInput(`${label} is empty`, 'Remove the option to allow everything.');
}
