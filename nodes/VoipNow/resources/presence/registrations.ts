import type { IDataObject, IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';

import { inWords, type Simplifier } from '../../../shared/description/simplify';
import { isObject } from '../../../shared/response/response';
import { inOneForm, presenceStatuses, registrations } from '../../codes';

/** A device can be reached if it is registered, or need not be. */
const REACHABLE = [1, 2];

/**
 * One item for each extension, with its devices in `registration`. Older responses have the fields of
 * a single device at the top level (docs/api/voipnow.md, "Presence").
 */
export async function withRegistrations(
	this: IExecuteSingleFunctions,
	items: INodeExecutionData[],
): Promise<INodeExecutionData[]> {
	return items.map((item) => ({ ...item, json: withDevices(inOneForm(item.json)) }));
}

function withDevices(presence: IDataObject): IDataObject {
	const { agent, registration, expire, ...extension } = presence;
	if (Array.isArray(registration) || registration === undefined) return presence;
	if (isObject(registration)) return { ...presence, registration: [registration] };
	const device = { agent, registration, status: presence.status, expire };
	return {
		...extension,
		registration: [
			Object.fromEntries(Object.entries(device).filter(([, value]) => value !== undefined)),
		],
	} as IDataObject;
}

/** Whether and on which devices the extension can be reached; codes in words. */
export const simplePresence: Simplifier = (presence) => {
	const { extension, status, registration, ...more } = presence;
	if (!Array.isArray(registration)) return presence;
	const devices = (registration as unknown[]).filter(isObject);
	return {
		extension,
		status,
		statusName: inWords(status, presenceStatuses),
		...more,
		isReachable: devices.some((device) => REACHABLE.includes(Number(device.registration))),
		devices: devices.map((device) => ({
			...device,
			registrationName: inWords(device.registration, registrations),
		})),
	};
};
