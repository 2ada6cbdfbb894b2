import type { IHookFunctions } from 'n8n-workflow';

import { isObject } from '../../shared/response/response';
import { readExtensions } from './settings';

/** Where VoipNow stores call events. */
export type Place = Record<'userId' | 'extension', string>;

/** @throws BadInput when a parameter cannot be used */
export function readPlaces(context: IHookFunctions): Place[] {
	const { userId, extensions } = readExtensions(context);
	return extensions.map((extension) => ({ userId, extension }));
}

/**
 * Where else this trigger has registered itself: an expression gives other extensions now, or
 * VoipNow could not be reached when they were to be removed. It helps where it is; n8n can lose it.
 */
export function otherPlaces(context: IHookFunctions, places: Place[]): Place[] {
	const { places: noted } = context.getWorkflowStaticData('node');
	if (!Array.isArray(noted)) return [];
	return noted.filter(isPlace).filter((one) => !places.some((place) => isSame(one, place)));
}

export function notePlaces(context: IHookFunctions, places: Place[]): void {
	const data = context.getWorkflowStaticData('node');
	if (places.length > 0) data.places = places;
	else delete data.places;
}

function isPlace(value: unknown): value is Place {
	if (!isObject(value)) return false;
	return typeof value.userId === 'string' && typeof value.extension === 'string';
}

function isSame(one: Place, other: Place): boolean {
	return one.userId === other.userId && one.extension === other.extension;
}
