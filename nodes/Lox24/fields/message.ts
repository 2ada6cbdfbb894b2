import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { bodyText, inBody } from '../../shared/description/fields';
import { choice, kind, number, shaped } from '../../shared/input/kind';
import { futureTime } from '../../shared/input/time';
import { countryOption } from './phoneNumber';
import { ALLOW_UNKNOWN } from './placeholders';

/** Languages of voice messages and one-time codes (docs/api/lox24.md, "Field rules"). */
export const languages: INodePropertyOptions[] = [
	{ name: 'Bulgarian', value: 'BG' },
	{ name: 'Croatian', value: 'HR' },
	{ name: 'Czech', value: 'CS' },
	{ name: 'Danish', value: 'DA' },
	{ name: 'Dutch', value: 'NL' },
	{ name: 'English', value: 'EN' },
	{ name: 'Finnish', value: 'FI' },
	{ name: 'French', value: 'FR' },
	{ name: 'German', value: 'DE' },
	{ name: 'Hungarian', value: 'HU' },
	{ name: 'Italian', value: 'IT' },
	{ name: 'Polish', value: 'PL' },
	{ name: 'Portuguese', value: 'PT' },
	{ name: 'Romanian', value: 'RO' },
	{ name: 'Russian', value: 'RU' },
	{ name: 'Slovak', value: 'SK' },
	{ name: 'Spanish', value: 'ES' },
	{ name: 'Swedish', value: 'SV' },
	{ name: 'Turkish', value: 'TR' },
	{ name: 'Ukrainian', value: 'UK' },
];

/** How a message is delivered; an account may have more (`services` of its profile). */
export const messageServices: INodePropertyOptions[] = [
	{ name: 'SMS (Direct)', value: 'direct' },
	{ name: 'Voice (Text to Speech)', value: 'text2speech' },
	{ name: 'Voice (SSML)', value: 'text2speech_ssml' },
];

const SENDER = /^(\+?[1-9]\d{0,14}|[a-zA-Z0-9 ]{1,11})$/;

/** Letters keep their case; a number is accepted too. */
const senderId = shaped({
	pattern: SENDER,
	expected: 'a number of up to 15 digits, or up to 11 letters, digits and blanks',
});

/** Who a message is from. */
export const sender: INodeProperties = {
	displayName: 'Sender ID',
	name: 'senderId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. MyShop',
	description:
		'A number of up to 15 digits, or up to 11 letters, digits and blanks. Some countries only allow registered senders; voice needs a number.',
	routing: { send: { type: 'body', property: 'sender_id', preSend: [kind(senderId)] } },
};

/** Text in brackets that is not a placeholder; the check names the option. */
export const allowUnknownPlaceholders: INodeProperties = {
	displayName: ALLOW_UNKNOWN,
	name: 'allowUnknownPlaceholders',
	type: 'boolean',
	default: false,
	description:
		'Whether to send text in square brackets as it is, instead of refusing a short link that is wrong or, in bulks, a placeholder that is not a column',
};

/** For a message or a bulk: text in brackets, numbers without code, and a delivery time that is over. */
export const messageOptions: INodeProperties[] = [
	allowUnknownPlaceholders,
	{
		displayName: 'Allow Past Times',
		name: 'allowPastTimes',
		type: 'boolean',
		default: false,
		description:
			'Whether to send immediately if Delivery At is more than a day in the past, instead of refusing it',
	},
	countryOption,
];

/** Comes back with every notification. */
export const callbackData: INodeProperties = bodyText(
	{
		displayName: 'Callback Data',
		name: 'callbackData',
		placeholder: 'e.g. order-4711',
		description:
			'Returned with every notification about the message, such as the ID in your own system; up to 36 characters',
	},
	'callback_data',
	36,
);

export const unicode: INodeProperties = inBody(
	{
		displayName: 'Unicode',
		name: 'isUnicode',
		type: 'boolean',
		default: true,
		description:
			'Whether to send it as Unicode (on) or GSM (off, similar characters replace those that GSM lacks); without this field, LOX24 decides by the text',
	},
	'is_unicode',
);

/** Fields that messages and bulks share besides sender, text and recipient. */
export const messageFields: INodeProperties[] = [
	inBody(
		{
			displayName: 'Delete Text',
			name: 'isTextDeleted',
			type: 'boolean',
			default: true,
			description: 'Whether to delete the stored text after delivery',
		},
		'is_text_deleted',
	),
	inBody(
		{
			displayName: 'Delivery At',
			name: 'deliveryAt',
			type: 'dateTime',
			default: '',
			description:
				'When to send it, such as 2026-12-01T09:30 in the time zone of the workflow; 0 means immediately. Only a scheduled message can be stopped reliably.',
		},
		'delivery_at',
		futureTime('options.allowPastTimes'),
		'always',
	),
	inBody(
		{
			displayName: 'Service',
			name: 'serviceCode',
			type: 'options',
			options: messageServices,
			default: 'direct',
			description: 'How it is delivered',
		},
		'service_code',
		// More may be enabled for an account (`services` of its profile).
		choice(messageServices, true),
	),
	inBody(
		{
			displayName: 'Source',
			name: 'source',
			type: 'number',
			default: 0,
			description: 'A number you choose, to group messages in the itemised bill',
		},
		'source',
		number({ whole: true }),
		'always',
	),
	unicode,
	inBody(
		{
			displayName: 'Voice Language',
			name: 'voiceLang',
			type: 'options',
			options: languages,
			default: 'EN',
			description: 'Language of a voice message; detected without this field',
		},
		'voice_lang',
	),
];
