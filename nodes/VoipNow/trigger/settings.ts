import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { BadInput, shown } from '../../shared/input/badInput';
import { choice, listOf, type Reader } from '../../shared/input/kind';
import { checkShape } from '../../shared/input/path';
import { readAllowlist } from '../../shared/webhook/allowlist';
import { voipNow } from '../api/service';
import { eventTypes } from '../codes';
import { refuseSelf } from '../methods/oneExtension';
import { callStatuses } from './fields';

type Context = Pick<IHookFunctions | IWebhookFunctions, 'getNodeParameter' | 'getTimezone'>;

const { userId: userShape, extension: extensionShape } = voipNow.shapes;

const oneExtension: Reader = (value) => {
	const extension = checkShape(value, extensionShape);
	refuseSelf(extension);
	return extension;
};

/**
 * Whose call events they are, and of which extensions.
 *
 * @throws BadInput when they cannot be used
 */
export function readExtensions(context: Context): { userId: string; extensions: string[] } {
	return {
		userId: checkShape(read(context, 'userId'), userShape),
		extensions: several(context, 'extensions', 'Extensions', oneExtension),
	};
}

/** @throws BadInput when there is none, or one that VoipNow does not have */
export function readTypes(context: Context): string[] {
	return several(context, 'events', 'Trigger On', choice(eventTypes));
}

/** What the options let through; nothing where all is. */
export function readOptions(context: Context): { statuses?: string[]; allowlist: unknown } {
	const statuses = listOf(choice(callStatuses))(
		read(context, 'options.callStatus'),
		about(context, 'Call Status'),
	);
	return {
		statuses: statuses as string[] | undefined,
		allowlist: read(context, 'options.ipWhitelist'),
	};
}

/**
 * Checks the options before anything is registered: a mistake in them would only show when calls
 * do not arrive.
 *
 * @throws BadInput
 */
export function checkOptions(context: Context): void {
	const { allowlist } = readOptions(context);
	if (allowlist === '') return;
	const [unreadable] = readAllowlist(allowlist).unreadable;
	if (unreadable === undefined) return;
	throw new BadInput(
		`IP(s) Allowlist is not valid: ${shown(unreadable)}`,
		'Expected addresses such as 192.0.2.10 or ranges such as 192.0.2.0/24, separated by commas. Nothing was sent.',
	);
}

function several(context: Context, name: string, label: string, reader: Reader): string[] {
	const values = listOf(reader)(read(context, name), about(context, label));
	if (values !== undefined) return values as string[];
	throw new BadInput(`${label} is empty`, 'Expected at least one. Nothing was sent.');
}

function read(context: Context, name: string): unknown {
	return context.getNodeParameter(name, '') as unknown;
}

function about(context: Context, label: string) {
	return { label, item: context as never };
}
