import { BadInput } from '../../shared/input/badInput';
import { choice, listOf, type Reader } from '../../shared/input/kind';
import { checkShape } from '../../shared/input/path';
import type { TriggerContext as Context } from '../../shared/input/restriction';
import { checkAllowlist } from '../../shared/webhook/allowlist';
import { voipNow } from '../api/service';
import { eventTypes } from '../codes';
import { refuseSelf } from '../fields/extension';
import { callStatuses } from './fields';

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

/** How a call may have ended; undefined if it does not matter. */
export function readStatuses(context: Context): string[] | undefined {
	const given = read(context, 'options.callStatus');
	const statuses = listOf(choice(callStatuses))(given, about(context, 'Call Status'));
	return statuses as string[] | undefined;
}

/**
 * Checks the options before anything is registered: a mistake in them would only show when calls
 * do not arrive.
 *
 * @throws BadInput
 */
export function checkOptions(context: Context): void {
	readStatuses(context);
	checkAllowlist(context);
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
