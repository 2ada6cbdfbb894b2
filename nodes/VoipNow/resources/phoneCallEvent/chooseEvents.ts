import { BadInput, prepared, shown } from '../../../shared/input/badInput';

/** The part of `/phoneCallEvents/{eventType}/{eventId}` that each choice keeps. */
const REMOVED = {
	one: '',
	allOfType: '/{eventId}',
	allOfExtension: '/{eventType}/{eventId}',
};

/**
 * Shortens the path to what the user chose to delete. VoipNow deletes all events when an ID is
 * missing (docs/api/voipnow.md, "Registering, changing, deleting"), so only this choice ever leaves
 * one out: an empty value is refused when the path is filled.
 */
export const chooseEvents = prepared(function (request) {
	const choice: unknown = this.getNodeParameter('deleteWhat');
	if (typeof choice !== 'string' || !Object.hasOwn(REMOVED, choice)) {
		throw new BadInput(
			`Delete What is not valid: ${shown(choice)}`,
			`Expected one of ${Object.keys(REMOVED).join(', ')}. Nothing was sent.`,
		);
	}
	const removed = REMOVED[choice as keyof typeof REMOVED];
	request.url = request.url.slice(0, request.url.length - removed.length);
});
