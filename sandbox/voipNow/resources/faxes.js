'use strict';

const { randomBytes } = require('node:crypto');
const { findOwnExtension } = require('../extension');
const { Failure } = require('../failure');
const { readForm } = require('../forms');

const TYPES = /\.(jpg|tif|pdf|txt)$/i;
/** Defaults of the system settings (docs/api/voipnow.md, "Faxes"). */
const MOST_FILES = 5;
const MOST_RECIPIENTS = 5;
/** Seconds an upload address lives. */
const LIFE_OF_UPLOAD = 600;

/** Handlers of the faxes. */
const faxes = {
	'faxes.create': (context) => {
		const { state, params, settings, now, numbers } = context;
		const wanted = { type: 'phoneTerminal', hasFax: true };
		const extension = findOwnExtension(state, params.userId, params.extension, wanted);
		const { recipients, files } = isForm(context) ? readMultipart(context) : readJson(context);
		check(recipients, files);
		const isTwoStep = settings.voipNowFaxUpload === 'twoStep';
		const fax = {
			id: state.nextFaxId++,
			uid: randomBytes(16).toString('hex'),
			createdAt: now,
			extension: extension.extension,
			recipients: recipients.map(String),
			status: isTwoStep ? 'waiting for files' : 'queued',
			files: files.map(({ name, bytes }) => ({
				name,
				size: isTwoStep ? 0 : bytes.length,
				content: isTwoStep ? '' : bytes.toString('base64'),
			})),
		};
		state.faxes.set(fax.id, fax);
		const response = numbers.write({ id: fax.id, uid: fax.uid }, ['id']);
		if (!isTwoStep) return { status: 200, body: { ...response, recipients: fax.recipients } };
		return {
			status: 200,
			body: { ...response, files: fax.files.map((file) => invite(context, fax, file)) },
		};
	},

	/** Answers as a storage does, which is not VoipNow. */
	'faxes.upload': (context) => {
		const { state, params, request, now, entry } = context;
		const { headers, bytes, query } = request;
		const text = (status, body) => ({ status, body, mediaType: 'text/plain' });
		if (headers.authorization !== undefined || query.accessRequestToken !== undefined) {
			entry.warnings.push('the access token was sent to the upload address');
			return text(400, 'The upload address takes its own signature only.');
		}
		const upload = state.faxUploads.get(params.uploadId);
		if (!upload) return text(404, 'There is no such upload.');
		if (headers['x-upload-signature'] !== upload.signature || upload.until <= now)
			return text(403, 'The signature is missing, wrong or expired.');
		if (bytes.length === 0) return text(400, 'The file is empty.');
		const fax = state.faxes.get(upload.faxId);
		const file = fax.files[upload.position];
		Object.assign(file, { size: bytes.length, content: bytes.toString('base64') });
		if (fax.files.every(({ size }) => size > 0)) fax.status = 'queued';
		return text(200, 'Stored.');
	},
};

function isForm({ request }) {
	return /^multipart\/form-data/i.test(request.headers['content-type'] ?? '');
}

/** Files come under any part name; what has no file name is a field. */
function readMultipart({ request, entry }) {
	const parts = readForm(request) ?? [];
	if (parts.length === 0) entry.warnings.push('the multipart body has no parts, or no boundary');
	const field = parts.find(({ name, filename }) => name === 'request' && filename === undefined);
	let recipients;
	try {
		({ recipients } = JSON.parse(field?.value ?? '{}'));
	} catch {
		entry.warnings.push('the part "request" is not JSON');
	}
	const files = parts.filter(({ filename }) => filename !== undefined);
	return { recipients, files: files.map(({ filename, bytes }) => ({ name: filename, bytes })) };
}

/** Its form is our reading: names of files, or objects with a name. */
function readJson({ body, settings }) {
	if (settings.voipNowFaxUpload === 'multipart') throw new Failure('fx_file_invalid');
	return {
		recipients: body.recipients,
		files: body.files.map((file) => ({
			name: typeof file === 'string' ? file : String(file.name ?? file.fileName ?? ''),
		})),
	};
}

function check(recipients, files) {
	const areNumbers =
		Array.isArray(recipients) &&
		recipients.length > 0 &&
		recipients.length <= MOST_RECIPIENTS &&
		recipients.every((number) => /^[0-9*+]+$/.test(String(number)));
	if (!areNumbers) throw new Failure('fx_recipients_invalid');
	if (files.length > MOST_FILES) throw new Failure('fx_max_files_reached');
	const areFiles =
		files.length > 0 && files.every(({ name, bytes }) => TYPES.test(name) && bytes?.length !== 0);
	if (!areFiles) throw new Failure('fx_file_invalid');
}

/** Where the bytes of a file are to be sent. */
function invite({ state, settings, baseUrl, now }, fax, file) {
	const id = randomBytes(12).toString('hex');
	const signature = randomBytes(16).toString('hex');
	const position = fax.files.indexOf(file);
	state.faxUploads.set(id, { id, faxId: fax.id, position, signature, until: now + LIFE_OF_UPLOAD });
	const headers = {
		'Content-Type': 'application/octet-stream',
		'X-Upload-Signature': signature,
	};
	const isList = settings.voipNowFaxHeaders === 'list';
	return {
		name: file.name,
		redirectUri: `${baseUrl}/fax-uploads/${id}`,
		redirectHeaders: isList
			? Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
			: headers,
	};
}

module.exports = { faxes };
