import type { INodeProperties } from 'n8n-workflow';

import { type HttpResponse, isNotJson, isObject } from '../../shared/response/response';
import type { Asked, Complaint } from '../../shared/service';
import { toLabel } from './labels';

/** Title and next step for each status LOX24 documents (docs/api/lox24.md, "Errors"). */
const STATUSES: Readonly<Record<number, { title: string; nextStep: string }>> = {
	400: {
		title: 'LOX24 did not accept the input',
		nextStep: 'Correct the fields named above and run the node again.',
	},
	401: {
		title: 'LOX24 refused the token',
		nextStep:
			'Check the token in the LOX24 credential: client ID, a colon, then the API key (v2) from the API settings of your account. No further request was sent, because LOX24 blocks an IP address after more than three wrong tokens in a minute.',
	},
	402: {
		title: 'There is not enough credit on the LOX24 account',
		nextStep: 'Top up the account, then run the node again for the items that were not sent.',
	},
	403: {
		title: 'The LOX24 account is not active yet, or its key is inactive',
		nextStep:
			'New accounts are activated within 24 hours. Wait, or ask the support of LOX24. No further request was sent.',
	},
	404: {
		title: 'LOX24 did not find it',
		nextStep: 'Check the ID: the entry may have been deleted, or belong to another account.',
	},
	409: {
		title: 'It already exists at LOX24',
		nextStep: 'Use the existing entry, or change the value that has to be unique.',
	},
	422: {
		title: 'LOX24 could not process the input',
		nextStep: 'Correct the fields named above and run the node again.',
	},
	429: {
		title: 'LOX24 has blocked the IP address of this n8n server for about ten minutes',
		nextStep:
			'It does so after more than three requests with a wrong token within a minute. Correct the token in the credential, wait ten minutes, then run the node again. No further request was sent.',
	},
};

/** Explains a refusal by LOX24: what was refused, why, and what to do next. */
export function explain(response: HttpResponse, request: Asked): Complaint {
	const { title, nextStep } = STATUSES[response.status] ?? unlisted(response.status);
	const violations = readViolations(response, request.properties);
	const reason = violations.length > 0 ? violations.join('; ') : readText(response);
	const where = response.status === 404 ? ` (${request.method} ${request.path})` : '';
	const requestId = response.headers['x-lox24-request-id'];
	const isSystemFault = response.status >= 500;
	return {
		message: `${title}${where}${reason ? `: ${reason}` : ''}`,
		description: [
			isNotJson(response)
				? `${nextStep} The response was a web page, probably from a proxy in between.`
				: nextStep,
			isSystemFault && requestId
				? `LOX24's support can look it up by request ID ${String(requestId)}.`
				: '',
		]
			.filter(Boolean)
			.join(' '),
		details: {
			...(violations.length > 0 ? { violations } : {}),
			...(requestId ? { requestId: String(requestId) } : {}),
		},
	};
}

function unlisted(status: number) {
	if (status >= 500) {
		return {
			title: `LOX24 could not process the request (HTTP ${status})`,
			nextStep: 'This is a fault on their side and usually passes. Try again later.',
		};
	}
	return {
		title: `LOX24 did not accept the request (HTTP ${status})`,
		nextStep: 'Check the parameters of this node.',
	};
}

/** `violations` looks the same with and without JSON-LD. */
function readViolations({ body }: HttpResponse, properties: INodeProperties[]): string[] {
	if (!isObject(body) || !Array.isArray(body.violations)) return [];
	return body.violations.filter(isObject).map(({ propertyPath, message }) => {
		const wireName = String(propertyPath ?? '');
		const label = toLabel(wireName, properties);
		return label ? `${label}: ${String(message)}` : String(message);
	});
}

/** Most specific first (docs/api/lox24.md, "Errors"). */
const TEXT_KEYS = ['detail', 'hydra:description', 'description', 'hydra:title', 'title', 'message'];

function readText({ body }: HttpResponse): string {
	if (!isObject(body)) return '';
	const key = TEXT_KEYS.find((one) => typeof body[one] === 'string' && body[one] !== '');
	return key ? String(body[key]).slice(0, 500) : '';
}
