import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { isAllowed } from '../../shared/webhook/allowlist';
import { isJson } from '../../shared/webhook/body';
import { isSameSecret } from '../../shared/webhook/secret';
import { withoutKeys } from './mask';
import { readEvent } from './readEvent';
import { simple } from './simple';
import { wants } from './wants';

/** The header for the token that was entered beside the URL (docs/api/lox24.md, "Webhooks"). */
const HEADER = 'x-lox24-token';

interface Options {
	ipWhitelist?: unknown;
	onlyFinalDeliveryReports?: unknown;
	phoneNumbers?: unknown;
	showFullAddress?: unknown;
}

/**
 * Takes what was posted to the URL. LOX24 tries some events only once, so everything that is
 * genuine gets a 200 at once; what is not gets a status that LOX24's account shows.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const options = context.getNodeParameter('options', {}) as Options;
	const { ip, headers } = context.getRequestObject();
	if ('ipWhitelist' in options && !isAllowed(options.ipWhitelist, ip)) return respond(context, 403);

	const token = await tokenOf(context);
	if (token !== undefined && !hasToken(context, token)) return respond(context, 401);

	const event = isJson(headers['content-type']) ? readEvent(context.getBodyData()) : undefined;
	if (!event) return respond(context, 400);

	const isWanted = wants(event, {
		events: context.getNodeParameter('events', []),
		onlyFinal: options.onlyFinalDeliveryReports === true,
		phoneNumbers: options.phoneNumbers,
	});
	if (!isWanted) return respond(context, 200);

	const shown = options.showFullAddress === true ? event : withoutKeys(event);
	const isSimple = context.getNodeParameter('simplify', true) !== false;
	const json: IDataObject = isSimple ? simple(shown) : shown;
	return { workflowData: [[{ json }]] };
}

/**
 * The secret that genuine requests have.
 *
 * @returns undefined if the user has not set one
 */
async function tokenOf(context: IWebhookFunctions): Promise<string | undefined> {
	if (!context.getNode().credentials?.lox24Api) return undefined;
	const { webhookToken: token = '' } = await context.getCredentials<IDataObject>('lox24Api');
	return token === '' || token === null ? undefined : String(token).trim();
}

/** Not every address that can be entered at LOX24 can have a header, so the query counts too. */
function hasToken(context: IWebhookFunctions, token: string): boolean {
	const { token: inQuery } = context.getQueryData() as IDataObject;
	const given = [context.getHeaderData()[HEADER], inQuery];
	// A token of nothing but blanks can have been meant as one: it lets nobody in.
	return token !== '' && given.map((one) => isSameSecret(one, token)).includes(true);
}

/** Responds without a body, and starts nothing. */
function respond(context: IWebhookFunctions, status: number): IWebhookResponseData {
	context.getResponseObject().status(status).end();
	return { noWebhookResponse: true };
}
