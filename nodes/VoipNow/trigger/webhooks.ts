import type { IWebhookDescription } from 'n8n-workflow';

/**
 * An address for each event type. They are no dynamic path: n8n stores such a path without the ID
 * of the trigger, so that only one workflow could have it. Exactly one is `default`, because n8n
 * registers once for each entry of that name.
 */
export const webhooks: IWebhookDescription[] = [0, 1, 2, 3, 4].flatMap((type) =>
	(['POST', 'GET'] as const).map((httpMethod) => ({
		name: type === 0 && httpMethod === 'POST' ? ('default' as const) : ('setup' as const),
		httpMethod,
		path: `call/${type}`,
		responseMode: 'onReceived' as const,
		// Otherwise n8n responds with its own text.
		responseData: 'noData',
		ndvHideUrl: true,
		ndvHideMethod: true,
	})),
);
