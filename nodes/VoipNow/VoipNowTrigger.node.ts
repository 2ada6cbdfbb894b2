import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { toldInFull } from '../shared/send/background';
import { triggerFields } from './trigger/fields';
import { deregister, isRegistered, register } from './trigger/lifecycle';
import { receive } from './trigger/receive';
import { webhooks } from './trigger/webhooks';

export class VoipNowTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'VoipNow Trigger',
		name: 'voipNowTrigger',
		icon: { light: 'file:../../icons/voipNow.svg', dark: 'file:../../icons/voipNow.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ [$parameter["extensions"]].flat().join(", ") }}',
		description:
			'Make and control phone calls with VoipNow by 4PSA, and start a workflow when an extension is called, calls or hangs up',
		eventTriggerDescription: 'Waiting for a call of one of the extensions',
		activationMessage: 'VoipNow now calls this workflow. You can see that in its executions.',
		defaults: { name: 'VoipNow Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'voipNowApi',
				required: true,
				displayOptions: { show: { authentication: ['accessToken'] } },
			},
			{
				name: 'voipNowOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
		],
		webhooks,
		properties: triggerFields,
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await toldInFull(isRegistered(this));
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await toldInFull(register(this));
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				await toldInFull(deregister(this));
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return receive(this);
	}
}
