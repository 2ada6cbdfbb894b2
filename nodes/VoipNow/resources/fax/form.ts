import type { IDataObject } from 'n8n-workflow';

import { BadInput, prepared } from '../../../shared/input/badInput';
import { completedBy } from '../../../shared/request/marks';
import { faxFiles } from './files';

/** The real limit is a setting of the system, five by default (docs/api/voipnow.md, "Faxes"). */
const MOST_RECIPIENTS = 999;

/** Checks everything possible before the first fax of a run is sent. */
export const checkFax = prepared(function (request) {
	const { recipients } = request.body as IDataObject;
	const given = recipients as string[];
	if (given.length > MOST_RECIPIENTS) {
		throw new BadInput(
			`Recipients has too many numbers: ${given.length}, at most ${MOST_RECIPIENTS} are possible`,
			'Send several faxes. Nothing was sent.',
		);
	}
	request.body = {
		recipients: given,
		files: faxFiles(this).map(({ name }) => name),
	};
});

/**
 * Turns the request into the form with the files: parts `files`, and a part `request` with the
 * recipients (docs/api/voipnow.md, "Faxes").
 *
 * The form is made into bytes here. Whether n8n's request helper takes a `FormData` depends on
 * its version: older ones take it for an empty object and send nothing.
 */
export const withFiles = completedBy(async function (request) {
	const { recipients } = request.body as IDataObject;
	const form = new FormData();
	for (const { field, name } of faxFiles(this)) {
		const content = await this.helpers.getBinaryDataBuffer(field);
		form.append('files', new Blob([content], { type: 'application/octet-stream' }), name);
	}
	form.append('request', JSON.stringify({ recipients }));
	const encoded = new Response(form);
	return {
		request: {
			...request,
			// It contains the boundary, which has to match the one in the bytes.
			headers: { ...request.headers, 'Content-Type': encoded.headers.get('content-type') },
			body: Buffer.from(await encoded.arrayBuffer()),
		},
	};
});
