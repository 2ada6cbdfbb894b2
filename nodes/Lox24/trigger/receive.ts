import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { asBadInput } from '../../shared/input/badInput';
import { fromBadInput, toNodeError } from '../../shared/response/failure';
import { mayCall } from '../../shared/webhook/allowlist';
import { isJson } from '../../shared/webhook/body';
import { isSameSecret } from '../../shared/webhook/secret';
import { withoutKeys } from './mask';
import { readEvent } from './readEvent';
import { type Settings, settingsOf } from './settings';
import { simple } from './simple';
import { wants } from './wants';

/** The header for the token that was entered beside the URL (docs/api/lox24.md, "Webhooks"). */
const HEADER = 'x-lox24-token';

/**
 * Takes what was posted to the URL. LOX24 tries some events only once, so everything that is
 * genuine gets a 200 at once; what is not gets a status that LOX24's account shows.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const { ip, headers } = context.getRequestObject();
	if (!mayCall(context, ip)) return respond(context, 403);

	const token = await tokenOf(context);
	if (token !== undefined && !hasToken(context, token)) return respond(context, 401);

	const event = isJson(headers['content-type']) ? readEvent(context.getBodyData()) : undefined;
	if (!event) return respond(context, 400);

	const settings = settingsNow(context);
	if (!wants(event, settings)) return respond(context, 200);

	const shown = settings.showsKeys ? event : withoutKeys(event);
	const json: IDataObject = settings.isSimple ? simple(shown) : shown;
	return { workflowData: [[{ json }]] };
}

/** An expression may give something else than it did at publishing; n8n shows that as an execution. */
function settingsNow(context: IWebhookFunctions): Settings {
	try {
		return settingsOf(context);
	} catch (error) {
		throw toNodeError(context.getNode(), fromBadInput(asBadInput(error)));
	}
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
	const inHeader: unknown = context.getHeaderData()[HEADER];
	const given = [inHeader, asUtf8(inHeader), inQuery];
	// A token of nothing but blanks can have been meant as one: it lets nobody in.
	return token !== '' && given.map((one) => isSameSecret(one, token)).includes(true);
}

/** Node reads the bytes of a header as Latin-1, whatever they are. */
function asUtf8(header: unknown): unknown {
	return typeof header === 'string' ? Buffer.from(header, 'latin1').toString('utf8') : header;
}

/** Responds without a body, and starts nothing. */
function respond(context: IWebhookFunctions, status: number): IWebhookResponseData {
	context.getResponseObject().status(status).end();
	return { noWebhookResponse: true };
}
