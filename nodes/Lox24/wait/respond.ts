import type {
	IDataObject,
	INodeExecutionData,
	IWebhookDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { askingPage, closedPage, PAGE_HEADERS, readResponse, thankingPage } from './page';
import { WAITING, type Waiting } from './sendAndWait';

const resume = {
	name: 'default' as const,
	responseMode: 'onReceived' as const,
	// Otherwise n8n puts a text of its own in place of the page.
	responseData: '',
	path: '={{ $nodeId }}',
	restartWebhook: true,
	isFullPath: true,
};

/** The address that the link leads to. n8n serves it while the execution waits. */
export const resumeWebhooks: IWebhookDescription[] = [
	{ ...resume, httpMethod: 'GET' },
	{ ...resume, httpMethod: 'POST' },
];

/** GET shows the page, however often; only POST, which its form sends, is a response. */
export async function respond(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const response = this.getResponseObject();
	for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
	const { question, asked, sms } = this.evaluateExpression(
		`{{ $(${quoted(this.getNode().name)}).context[${quoted(WAITING)}] }}`,
	) as unknown as Waiting;
	if ((this.getQueryData() as IDataObject).q !== question) {
		response.status(410).send(closedPage());
		return { noWebhookResponse: true };
	}
	const given =
		this.getRequestObject().method === 'POST' ? readResponse(asked, this.getBodyData()) : undefined;
	if (!given) {
		response.status(this.getRequestObject().method === 'POST' ? 400 : 200).send(askingPage(asked));
		return { noWebhookResponse: true };
	}
	return {
		webhookResponse: thankingPage(asked),
		workflowData: [[responded(given, sms, new Date())]],
	};
}

/** As a string in an expression, which n8n takes for ended at the first `}}`, wherever it stands. */
function quoted(text: string): string {
	return JSON.stringify(text).replace(/[{}]/g, (sign) =>
		sign === '{' ? String.raw`\u007b` : String.raw`\u007d`,
	);
}

/** What the workflow goes on with: the response, and the message it belongs to. */
export function responded(given: IDataObject, sms: IDataObject, at: Date): INodeExecutionData {
	const data = { ...given, respondedAt: at.toISOString() };
	return { json: { data, sms }, pairedItem: { item: 0 } };
}
