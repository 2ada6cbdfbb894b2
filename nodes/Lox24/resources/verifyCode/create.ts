import {
	additionalFields,
	bodyText,
	ifUnknown,
	inBody,
	optionsWith,
} from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { kind, structure } from '../../../shared/input/kind';
import { effect } from '../../../shared/request/marks';
import { languages } from '../../fields/message';
import { countryOption, recipient } from '../../fields/phoneNumber';
import { verifyCodeView } from '../../fields/views';
import { codeLength, ownCode } from './codeLimits';
import { keepCode, showCode } from './keepCode';
import { checkRouting, routingSteps } from './routing';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Send a verification code to a phone number',
	description:
		'Send a one-time code by Telegram, voice or SMS, one after the other until it arrives. LOX24 cannot check what the user entered: compare it yourself.',
	routing: {
		request: { method: 'POST', url: '/verify_codes' },
		send: { preSend: [effect({ receivers: ({ phone }) => phone, costs: true })] },
		output: { postReceive: [keepCode] },
	},
	fields: [
		{
			displayName:
				'Retry On Fail sends only codes that were certainly not sent. If it is unknown whether one was sent, it is not sent again, so nobody gets two codes.',
			name: 'retryNotice',
			type: 'notice',
			default: '',
		},
		recipient,
		{
			displayName: 'Channels',
			name: 'routingStrategy',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			placeholder: 'Add Channel',
			default: { steps: [{ channel: 'sms' }] },
			required: true,
			description: 'Order of the channels to try; each channel once, SMS only last',
			options: [{ displayName: 'Steps', name: 'steps', values: routingSteps }],
			routing: {
				send: {
					type: 'body',
					property: 'routing_strategy',
					preSend: [kind(structure), checkRouting],
				},
			},
		},
		additionalFields([
			{
				displayName: 'Code',
				name: 'code',
				type: 'string',
				default: '',
				placeholder: 'e.g. 482913',
				description: 'Your own code, 4 to 8 characters; without it, LOX24 generates one',
				routing: { send: { type: 'body', property: 'code', preSend: [kind(ownCode)] } },
			},
			{
				displayName: 'Code Length',
				name: 'codeLength',
				type: 'number',
				typeOptions: { minValue: 4, maxValue: 8 },
				default: 4,
				description: 'Digits of the code that LOX24 generates',
				routing: { send: { type: 'body', property: 'code_length', preSend: [kind(codeLength)] } },
			},
			inBody(
				{
					displayName: 'Delete Code',
					name: 'isCodeDeleted',
					type: 'boolean',
					default: true,
					description:
						'Whether to delete the stored code after sending. Only useful with your own code.',
				},
				'is_code_deleted',
			),
			inBody(
				{
					displayName: 'Language',
					name: 'lang',
					type: 'options',
					options: languages,
					default: 'DE',
					description: 'Language of the text around the code; not used by Telegram',
				},
				'lang',
			),
			bodyText(
				{
					displayName: 'Payload',
					name: 'payload',
					description: 'Returned with every notification; up to 128 characters',
				},
				'payload',
				128,
			),
		]),
		// Here the code has to stay: what the recipient types is compared with it.
		simplify({ ...verifyCodeView, keep: [...verifyCodeView.keep, 'code'] }),
		optionsWith([countryOption, ifUnknown, showCode]),
	],
};
