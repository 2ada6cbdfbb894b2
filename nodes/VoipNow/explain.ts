import { type Answer, isNotJson, isObject } from '../shared/answer/answer';
import type { Complaint } from '../shared/service';
import { CODES, type Explanation, extensionInvalid, INTERNAL } from './errorCodes';

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
	const { title, nextStep } =
		byPath(code, request.path) ??
		CODES.get(code) ??
		CODES.get(STATUS_CODES[status] ?? '') ??
		unlisted(status, request);
	return {
		message: `${title}${message ? `: ${message}` : ''}`,
		description: isNotJson(answer)
			? `${nextStep} The answer was not VoipNow's own but a page, probably of a proxy in between.`
			: nextStep,
		details: code ? { code: code.slice(0, 100) } : {},
	};
}

/**
 * The codes of call actions are not documented apart from `pc_phonecall_invalid` (reference,
 * section 15).
 */
function byPath(code: string, path: string): Explanation | undefined {
	if (code === 'extension_invalid') return extensionInvalid(path);
	const isAboutCall = path.startsWith('/phoneCalls/') && code.startsWith('pc_');
	if (!isAboutCall || code === 'pc_phonecall_invalid') return undefined;
	return {
		title: `VoipNow did not accept the request for the phone call (${code})`,
		nextStep:
			'Check the numbers and the other fields, and that the call is in a state in which this is possible. "Get Many" shows the calls in progress.',
	};
}

function unlisted(status: number, request: { method: string; path: string }) {
	if (status >= 500) {
		return {
			title: `VoipNow could not process the request (HTTP ${status})`,
			nextStep: INTERNAL.nextStep,
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
