import { BadInput, prepared } from '../../shared/input/badInput';

/**
 * Refuses "@self" where VoipNow wants one extension (docs/api/voipnow.md, "Phone call events" and
 * "Queue agents").
 */
export function refuseSelf(extension: unknown): void {
	if (extension !== '@self') return;
	throw new BadInput(
		'Extension is not valid: "@self"',
		'Expected the number of one extension such as 0003*210; "@self" is not possible here. Nothing was sent.',
	);
}

/** The same for the field of an operation. */
export const oneExtension = prepared(function () {
	refuseSelf(this.getNodeParameter('extension', ''));
});
