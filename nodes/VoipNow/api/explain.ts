import { type HttpResponse, isNotJson, isObject } from '../../shared/response/response';
import type { Asked, Complaint } from '../../shared/service';
import { CODES, INTERNAL, STATUSES } from './errorCodes';
import { explainByPath } from './explainByPath';

/** Explains a refusal by VoipNow. Match on the code, never on the message. */
export function explain(response: HttpResponse, request: Asked): Complaint {
	const { code, message } = readError(response);
	const { status } = response;
	const { title, nextStep } =
		explainByPath(code, request.path) ??
		CODES.get(code) ??
		STATUSES.get(status) ??
		unlisted(status, request);
	return {
		message: `${title}${message ? `: ${message}` : ''}`,
		description: isNotJson(response)
			? `${nextStep} The response was a web page, probably from a proxy in between.`
			: nextStep,
		details: code ? { code: code.slice(0, 100) } : {},
	};
}

function unlisted(status: number, request: Asked) {
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

/** UnifiedAPI sends an object, the token endpoint a string (docs/api/voipnow.md, "Surprises"). */
function readError({ body }: HttpResponse): { code: string; message: string } {
	const error = isObject(body) ? body.error : undefined;
	if (isObject(error)) {
		return { code: String(error.code ?? ''), message: String(error.message ?? '').slice(0, 500) };
	}
	return { code: typeof error === 'string' ? error : '', message: '' };
}
