import type {
	IDataObject,
	IExecuteSingleFunctions,
	IN8nHttpFullResponse,
	INodeExecutionData,
} from 'n8n-workflow';

import { BadInput, shown } from '../../../shared/input/badInput';
import { notBlank, type Reader, text, yesOrNo } from '../../../shared/input/kind';
import { isEmpty } from '../../../shared/input/query';
import { allowsUnknown, checkShortLinks } from '../../fields/placeholders';

/** The GSM 03.38 default alphabet; each takes 7 bits. */
const GSM = new Set(
	'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
		'¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);

/** Its extension table; each takes an escape and a character. */
const GSM_EXTENSION = new Set('\f^{}\\[~]|€');

/** How a text is sent, which is what it costs. */
export interface MessageParts extends IDataObject {
	encoding: 'GSM-7' | 'UCS-2';
	/** As the network counts them: an extension character or an emoji counts twice. */
	characters: number;
	parts: number;
}

/**
 * @param message as it is sent
 * @param forceUnicode Unicode although the alphabet would do (`is_unicode` of the API)
 */
export function messageParts(message: string, forceUnicode = false): MessageParts {
	const signs = Array.from(message);
	const isGsm = !forceUnicode && signs.every((sign) => GSM.has(sign) || GSM_EXTENSION.has(sign));
	const sizes = signs.map((sign) => (isGsm ? (GSM_EXTENSION.has(sign) ? 2 : 1) : sign.length));
	const characters = sizes.reduce((sum, size) => sum + size, 0);
	return {
		encoding: isGsm ? 'GSM-7' : 'UCS-2',
		characters,
		parts: characters <= (isGsm ? 160 : 70) ? 1 : countParts(sizes, isGsm ? 153 : 67),
	};
}

/** Signs that LOX24 takes at most: ten parts. */
const LONGEST = { 'GSM-7': 1530, 'UCS-2': 670 };

/** The text of a message, counted as the network does: one emoji makes all of it shorter. */
export const messageText: Reader = (value, about) => {
	const given = notBlank(text())(value, about) as string | undefined;
	if (given === undefined) return undefined;
	if (!allowsUnknown(about.item)) checkShortLinks(given, about.label);
	const { serviceCode, isUnicode } = about.item.getNodeParameter(
		'additionalFields',
		{},
	) as IDataObject;
	const isVoice = typeof serviceCode === 'string' && serviceCode.startsWith('text2speech');
	const wants = isEmpty(isUnicode)
		? undefined
		: yesOrNo([true, false])(isUnicode, { ...about, label: 'Unicode' });
	const isGsm = isVoice || wants === false;
	const counted = messageParts(given, wants === true);
	const { encoding, characters } = isGsm
		? { encoding: 'GSM-7' as const, characters: Array.from(given).length }
		: counted;
	const most = LONGEST[encoding];
	if (characters <= most) return given;
	const reason =
		encoding === 'UCS-2'
			? 'it has characters that the GSM alphabet lacks, so at most 670 are possible'
			: `at most ${most} are possible`;
	throw new BadInput(
		`${about.label} is too long: ${characters} characters, ${reason}`,
		`The text begins with ${shown(given.slice(0, 40))}. Nothing was sent.`,
	);
};

/** A sign of two units is never split, so a part may stay one short. */
function countParts(sizes: number[], partSize: number): number {
	let parts = 1;
	let used = 0;
	for (const size of sizes) {
		if (used + size > partSize) {
			parts++;
			used = 0;
		}
		used += size;
	}
	return parts;
}

/** Adds to the result of a text message how it was sent. */
export async function withMessageParts(
	this: IExecuteSingleFunctions,
	items: INodeExecutionData[],
	{ request }: IN8nHttpFullResponse & { request?: { body?: unknown } },
): Promise<INodeExecutionData[]> {
	const {
		text,
		service_code: service,
		is_unicode: isUnicode,
	} = (request?.body ?? {}) as IDataObject;
	// A voice message is not counted in parts.
	if (String(service ?? '').startsWith('text2speech')) return items;
	const message = messageParts(String(text ?? ''), isUnicode === true);
	return items.map((item) => ({ ...item, json: { ...item.json, message } }));
}
