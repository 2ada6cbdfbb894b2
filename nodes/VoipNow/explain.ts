import { type Answer, isNotJson, isObject } from '../shared/answer';
import type { Complaint } from '../shared/service';

/**
 * What each code of the phone call event pages asks of the user, in the names of the editor.
 * The service speaks of `id` and `type` where the editor has Event ID and Event Type
 * (reference, section 6.3, row 17).
 */
const CODES: Readonly<Record<string, { title: string; nextStep: string }>> = {
	pce_type_invalid: {
		title: 'VoipNow did not accept the Event Type',
		nextStep: 'Choose the type the event was created with; it cannot be changed afterwards.',
	},
	pce_id_invalid: {
		title: 'VoipNow did not accept the Event ID',
		nextStep: 'Check the Event ID, and that the event belongs to this extension and Event Type.',
	},
	pce_method_invalid: {
		title: 'VoipNow did not accept the Method',
		nextStep: 'Choose GET (0) or POST (1).',
	},
	pce_note_invalid: {
		title: 'VoipNow did not accept the Note',
		nextStep: 'A note is a text of up to 1024 characters.',
	},
	pce_url_invalid: {
		title: 'VoipNow did not accept the URL',
		nextStep: 'Give a complete address with http:// or https://, special characters encoded.',
	},
	pce_status_invalid: {
		title: 'VoipNow did not accept the Status',
		nextStep: 'Choose Disabled (0) or Enabled (1).',
	},
	extension_invalid: {
		title: 'VoipNow did not accept the Extension',
		nextStep:
			'Check that the extension exists and belongs to the user. Phone terminals, queues, conferences and IVRs can have call events; "@self" is not possible.',
	},
	user_invalid: {
		title: 'VoipNow did not accept the User ID',
		nextStep: 'Use @me, @viewer, @owner or the number of an account.',
	},
	pce_access_denied: {
		title: 'VoipNow does not let this account manage the call events of the extension',
		nextStep:
			'Use an app registered by the user who owns the extension, by the organization or by the administrator.',
	},
	access_denied: {
		title: 'VoipNow refused the access token',
		nextStep:
			'An access token lives about one hour. Get a new one and put it into the VoipNow credential. No further request was sent.',
	},
	request_not_implemented: {
		title: 'VoipNow does not know this operation',
		nextStep: 'This installation may be too old for it. Ask its administrator for the version.',
	},
	internal_server_error: {
		title: 'VoipNow could not process the request',
		nextStep:
			'This is a fault on the side of the phone system. If the request changes something, look up whether it was carried out before you run the node again.',
	},
};

/** The code that stands for a status which came without one. */
const STATUS_CODES: Readonly<Record<number, string>> = {
	401: 'access_denied',
	403: 'access_denied',
	500: 'internal_server_error',
	501: 'request_not_implemented',
};

/** Puts a refusal by VoipNow into words. Match on the code, never on the message. */
export function explain(answer: Answer, request: { method: string; path: string }): Complaint {
	const { code, message } = readError(answer);
	const { status } = answer;
	const known =
		CODES[code] ?? CODES[`${code.replace(/^pcet_/, 'pce_')}`] ?? CODES[STATUS_CODES[status] ?? ''];
	const { title, nextStep } = known ?? unlisted(status, request);
	return {
		message: `${title}${message ? `: ${message}` : ''}`,
		description: isNotJson(answer)
			? `${nextStep} The answer was not VoipNow's own but a page, probably of a proxy in between.`
			: nextStep,
		details: code ? { code } : {},
	};
}

function unlisted(status: number, request: { method: string; path: string }) {
	if (status >= 500) {
		return {
			title: `VoipNow could not process the request (HTTP ${status})`,
			nextStep: CODES.internal_server_error.nextStep,
		};
	}
	return {
		title: `VoipNow did not accept ${request.method} ${request.path} (HTTP ${status})`,
		nextStep: 'Check the parameters of this node and the address in the credential.',
	};
}

/** UnifiedAPI sends an object, the token endpoint a string (reference, section 14). */
function readError({ body }: Answer): { code: string; message: string } {
	const error = isObject(body) ? body.error : undefined;
	if (isObject(error)) {
		return { code: String(error.code ?? ''), message: String(error.message ?? '').slice(0, 500) };
	}
	return { code: typeof error === 'string' ? error : '', message: '' };
}
