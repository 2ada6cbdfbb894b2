import type { IExecuteSingleFunctions, INodeProperties, PreSendAction } from 'n8n-workflow';

import type { Shape } from './path';
import { BadInput, shown } from './badInput';

/** What a reader needs to know besides the value. */
export interface About {
	/** The field's name in the editor. */
	label: string;
	/** The item, for the time zone of the workflow and for other parameters. */
	item: Pick<IExecuteSingleFunctions, 'getTimezone' | 'getNodeParameter'>;
}

/**
 * The kind of a field: reads what was given, which is not empty, and gives what goes to the wire.
 * Nothing means that the value is an empty one of this kind, such as a cell with a blank.
 *
 * @throws BadInput when the value is not of this kind
 */
export type Reader = (value: unknown, about: About) => unknown;

/** When an empty field is refused: always, or only if an expression left it empty. */
export type Emptiness = 'always' | 'expression';

/** A field's declaration of its value, attached to a `preSend` that does nothing. */
export interface KindMark {
	reader?: Reader;
	refusesEmpty?: Emptiness;
}

/**
 * Declares the kind of a field, for its `preSend`.
 *
 * @param refusesEmpty for fields whose absence costs something
 */
export function kind(reader: Reader, refusesEmpty?: Emptiness): PreSendAction {
	const nothing: PreSendAction = async (request) => request;
	return Object.assign(nothing, { reader, refusesEmpty } satisfies KindMark);
}

/** The error for a refused value: field, value, and what is expected. */
export function notValid(value: unknown, { label }: About, expected: string): BadInput {
	return new BadInput(
		`${label} is not valid: ${shown(value)}`,
		`Expected ${expected}. Nothing was sent.`,
	);
}

function isSimple(value: unknown): value is string | number | boolean {
	return ['string', 'boolean'].includes(typeof value) || Number.isFinite(value);
}

const SPOILT = /\[object Object\]|^\s*#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)\s*$/;

/**
 * A text; numbers and booleans become text.
 *
 * @param limit characters at most
 * @param least characters at least
 */
export function text(limit = Infinity, least = 0): Reader {
	return (value, about) => {
		if (!isSimple(value)) throw notValid(value, about, 'a text or a number');
		const given = String(value);
		// Texts that would reach people as they are: an object turned into text, a spreadsheet
		// error.
		if (SPOILT.test(given)) throw notValid(value, about, 'a text that can be read');
		const { length } = Array.from(given);
		if (length < least) throw notValid(value, about, `at least ${least} characters`);
		if (length <= limit) return given;
		throw new BadInput(
			`${about.label} is too long: ${length} characters, at most ${limit} are possible`,
			`The text begins with ${shown(given.slice(0, 40))}. Nothing was sent.`,
		);
	};
}

/** Invisible text counts as empty. */
export function notBlank(reader: Reader): Reader {
	return (value, about) => {
		const given = reader(value, about);
		const isBlank = typeof given === 'string' && /^[\s\p{Cf}]*$/u.test(given);
		return isBlank ? undefined : given;
	};
}

/** A number of the JSON body, or of a query. */
export function number({ whole = false, least = -Infinity, most = Infinity } = {}): Reader {
	const range =
		least === -Infinity && most === Infinity
			? ''
			: most === Infinity
				? `, at least ${least}`
				: ` from ${least} to ${most}`;
	return (value, about) => {
		if (typeof value === 'string' && value.trim() === '') return undefined;
		const isNumeric = typeof value === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(value);
		const given = isNumeric ? Number(value) : value;
		const isFit =
			typeof given === 'number' && Number.isFinite(given) && given >= least && given <= most;
		if (isFit && (!whole || Number.isSafeInteger(given))) return given;
		throw notValid(value, about, `a ${whole ? 'whole ' : ''}number${range}`);
	};
}

const YES = /^(true|1)$/i;
const NO = /^(false|0)$/i;

/**
 * A switch. Spreadsheet cells contain "false" as text, which JavaScript takes for true.
 *
 * @param wire how yes and no are written
 */
export function yesOrNo<T>([yes, no]: [T, T]): Reader {
	return (value, about) => {
		const given = isSimple(value) ? String(value).trim() : '?';
		if (given === '') return undefined;
		if (YES.test(given)) return yes;
		if (NO.test(given)) return no;
		throw notValid(value, about, 'true or false');
	};
}

/**
 * A switch that is not sent, but decides what the node does; an expression may give it as a text.
 *
 * @param path of the parameter, such as `options.skipIfAlreadySent`
 * @throws BadInput when it is neither true nor false
 */
export function isOn(item: About['item'], path: string, label: string, usual = false): boolean {
	const given: unknown = item.getNodeParameter(path, usual);
	const read = yesOrNo([true, false])(given ?? usual, { item, label });
	return (read as boolean | undefined) ?? usual;
}

/** An ID, a code and the like, trimmed. */
export function shaped({ pattern, expected, isUpper }: Omit<Shape, 'label'>): Reader {
	return (value, about) => {
		const bare = isSimple(value) ? String(value).trim() : '?';
		const given = isUpper ? bare.toUpperCase() : bare;
		if (given === '') return undefined;
		if (isSimple(value) && pattern.test(given)) return given;
		throw notValid(value, about, expected);
	};
}

/** A complete address with http:// or https://. */
export const webAddress: Reader = (value, about) => {
	const given = text()(value, about) as string;
	if (given.trim() === '') return undefined;
	const isAddress = /^https?:\/\/[^\s/]+\S*$/i.test(given.trim()) && URL.canParse(given.trim());
	if (isAddress) return given.trim();
	throw notValid(value, about, 'a complete address such as https://example.com/offer');
};

/**
 * One of the values of a list.
 *
 * @param isOpen the service may know more of them than the list
 */
export function choice(options: INodeProperties['options'] = [], isOpen = false): Reader {
	const values = options.flatMap((option) => ('value' in option ? [option.value] : []));
	const isNumeric = values.every((one) => /^\d+$/.test(String(one)));
	return (value, about) => {
		const given = isSimple(value) ? String(value).trim() : '?';
		if (given === '') return undefined;
		const known = values.find((one) => String(one) === given);
		if (known !== undefined) return known;
		const pattern = isNumeric ? /^\d{1,9}$/ : /^[a-z][\w.-]{0,63}$/i;
		if (isOpen && (isNumeric || typeof value === 'string') && pattern.test(given)) return given;
		throw notValid(value, about, `one of ${values.slice(0, 8).map(String).join(', ')}`);
	};
}

/**
 * Several values of a kind: a list, a list inside an entry, or one value. Empty and duplicate
 * entries are dropped.
 */
export function listOf(reader: Reader): Reader {
	return (value, about) => {
		const given = [value].flat(3).filter((one) => one !== undefined && one !== null && one !== '');
		const values = given.map((one) => reader(one, about)).filter((one) => one !== undefined);
		return values.length > 0 ? [...new Set(values)] : undefined;
	};
}

/** A value with parts; its operation has a check that reads them. */
export const structure: Reader = (value, about) => {
	if (typeof value === 'object') return value;
	throw notValid(value, about, 'the fields below it');
};

/** The kind of a field that declares none, by its type in the editor. */
export function usualReader({ type, options, typeOptions }: INodeProperties): Reader {
	const one = (() => {
		switch (type) {
			case 'number':
				return number();
			case 'boolean':
				return yesOrNo([true, false]);
			case 'options':
			case 'multiOptions':
				return choice(options);
			default:
				return text();
		}
	})();
	return type === 'multiOptions' || typeOptions?.multipleValues ? listOf(one) : one;
}
