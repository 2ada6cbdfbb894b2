import type { IDataObject, INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';

interface Given {
	parameters?: Record<string, unknown>;
	/** What the parameters are in the workflow, where that is not the same. */
	expressions?: Record<string, unknown>;
	/** Without it the node has no credential. */
	credential?: IDataObject;
	headers?: Record<string, unknown>;
	query?: IDataObject;
	ip?: string;
	body?: unknown;
}

/** As n8n gives them: the other value only for what is not there. */
export function parametersOf(parameters: unknown) {
	return (path: string, fallback?: unknown): unknown => {
		const value = path
			.split('.')
			.reduce<unknown>((part, key) => (part as IDataObject | null | undefined)?.[key], parameters);
		return value === undefined ? fallback : value;
	};
}

/** A request to a trigger, as n8n hands it to `webhook()`. */
export function givenWebhook({
	parameters,
	expressions,
	credential,
	headers,
	query,
	ip,
	body,
}: Given) {
	let status: number | undefined;
	const allHeaders = { 'content-type': 'application/json', ...headers };
	const context = {
		getNode: () => ({
			name: 'Trigger',
			parameters: { ...parameters, ...expressions },
			...(credential && { credentials: { lox24Api: {} } }),
		}),
		getNodeParameter: parametersOf(parameters),
		getCredentials: async () => {
			if (!credential) throw new Error('The node has no credential');
			return credential;
		},
		getRequestObject: () => ({ ip, headers: allHeaders, body }),
		getHeaderData: () => allHeaders,
		getQueryData: () => query ?? {},
		getBodyData: () => body,
		getResponseObject: () => {
			const response = {
				status: (code: number) => {
					status = code;
					return response;
				},
				end: () => response,
			};
			return response;
		},
	} as unknown as IWebhookFunctions;
	return { context, status: () => status };
}

/** What became of a request: the status the node itself gave, or the items that start the workflow. */
export async function outcomeOf(
	receive: (context: IWebhookFunctions) => Promise<{
		workflowData?: INodeExecutionData[][];
		noWebhookResponse?: boolean;
	}>,
	given: Given,
) {
	const { context, status } = givenWebhook(given);
	const { workflowData, noWebhookResponse } = await receive(context);
	if (noWebhookResponse) return { status: status(), items: undefined };
	return { status: status(), items: workflowData?.[0].map(({ json }) => json) };
}
