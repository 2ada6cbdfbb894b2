import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { searchCampaigns } from './methods/listSearch';
import { fields } from './polling/fields';
import { poll } from './polling/poll';

export class Lox24PollingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'LOX24 Polling Trigger',
		name: 'lox24PollingTrigger',
		icon: { light: 'file:../../icons/lox24.svg', dark: 'file:../../icons/lox24.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description:
			'Start a workflow on received SMS, delivery reports, finished bulks and clicks on short links; no public address needed',
		defaults: { name: 'LOX24 Polling Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'lox24Api', required: true }],
		properties: fields,
	};

	methods = { listSearch: { searchCampaigns } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll.call(this);
	}
}
