import { BadInput, shown } from './badInput';

/** Shape that a value needs before it becomes part of a URL path. */
export interface Shape {
	/** The field's name in the editor. */
	label: string;
	pattern: RegExp;
	/** Completes the sentence "Expected …". */
	expected: string;
	/** Lower case becomes upper case. */
	isUpper?: boolean;
}

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** LOX24 counts from 1; 15 digits stay exact as a JavaScript number. */
export const POSITIVE_INTEGER = /^[1-9]\d{0,14}$/;

/** Codes of campaigns and short links, and IDs of clicks: opaque, so only checked to be safe. */
export const CODE = /^[A-Za-z0-9_-]{1,64}$/;

/** Entries of a list of SMS or bulk IDs. */
export const A_UUID: Omit<Shape, 'label'> = {
	pattern: UUID,
	expected: 'a UUID such as da0fa78c-4699-11ea-a637-96000028b339',
};

export const A_COUNTRY: Omit<Shape, 'label'> = {
	pattern: /^[A-Z]{2}$/,
	isUpper: true,
	expected: 'two letters such as DE',
};

export const AN_AMOUNT: Omit<Shape, 'label'> = {
	pattern: /^\d{1,12}(\.\d{1,6})?$/,
	expected: 'an amount such as 12.50',
};

export const A_WHOLE_NUMBER: Omit<Shape, 'label'> = {
	pattern: /^\d{1,15}$/,
	expected: 'a whole number',
};

/**
 * Fills a URL template such as `/bulks/{bulkId}/cancel`.
 *
 * Each value is checked against its declared shape before it is used: encoding alone does not
 * help against `..`, which URL parsers resolve even when it is written `%2e%2e`.
 *
 * @param template path with `{name}` placeholders
 * @param read gives the value of the parameter of that name
 * @param shapes one for each placeholder
 * @returns the path, each value percent-encoded
 * @throws BadInput naming the field when a value is missing or has another shape
 */
export function fillPath(
	template: string,
	read: (name: string) => unknown,
	shapes: Readonly<Record<string, Shape>>,
): string {
	return template.replace(/\{(\w+)\}/g, (_placeholder, name: string) =>
		encodeSegment(checkShape(read(name), shapes[name])),
	);
}

/**
 * @returns the value as text
 * @throws BadInput when it does not have the shape
 */
export function checkShape(value: unknown, shape: Shape): string {
	// Copied IDs often have surrounding blanks.
	const text = typeof value === 'number' ? String(value) : trimmed(value);
	if (text === undefined || text === null || text === '') {
		throw new BadInput(`${shape.label} is empty`, `Expected ${shape.expected}. Nothing was sent.`);
	}
	if (typeof text !== 'string' || !shape.pattern.test(text)) {
		throw new BadInput(
			`${shape.label} is not valid: ${shown(value)}`,
			`Expected ${shape.expected}. Nothing was sent.`,
		);
	}
	return text;
}

function trimmed(value: unknown): unknown {
	return typeof value === 'string' ? value.trim() : value;
}

/**
 * `@` and `*` stay as they are: VoipNow's own clients send them raw (`@me`, `0003*210`), and
 * whether it takes `%40` is not established (docs/api/voipnow.md, "Data types").
 */
function encodeSegment(text: string): string {
	return encodeURIComponent(text).replace(/%40/g, '@');
}
