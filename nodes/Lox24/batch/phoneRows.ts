import type { IDataObject, ResourceMapperValue } from 'n8n-workflow';
import { jsonParse } from 'n8n-workflow';

import { asBadInput, BadInput, shown } from '../../shared/input/badInput';
import { type About, text } from '../../shared/input/kind';
import { checkShape } from '../../shared/input/path';
import { isEmpty } from '../../shared/input/query';
import type { Item } from '../../shared/request/item';
import { isObject } from '../../shared/response/response';
import { receiversHash } from '../../shared/send/ledger';
import type { Part } from '../../shared/send/stage';
import { shapes } from '../api/shapes';
import { contactNumber } from '../fields/phoneNumber';
import { plainTitle } from '../fields/placeholders';
import { columns, PHONE_MAX_LENGTH } from '../resources/phone/columns';

/** One phone to add, and where it came from. */
export interface PhoneRow {
	itemIndex: number;
	groupId: string;
	/** The object of the request body, in wire names. */
	phone: IDataObject;
	/** Names it in the ledger. */
	part: Part;
	/** Why it cannot be sent. */
	rejection?: BadInput;
}

/** Phones that go into one request. */
export interface Batch {
	groupId: string;
	rows: PhoneRow[];
}

/** Possible fields of a row: wire name, label, kind; the number first, as on the API's page. */
const PARTS = [
	{
		wireName: 'phone',
		name: 'phone',
		label: 'Phone Number',
		reader: contactNumber(PHONE_MAX_LENGTH),
	},
	...columns.map(({ displayName, name, wireName, maxLength }) => ({
		wireName,
		name,
		label: displayName,
		reader: text(maxLength),
	})),
];

/**
 * Reads the phones of all input items. Every item has at least one row; without any phone, the row
 * is an error.
 */
export function readPhoneRows(items: Item[]): PhoneRow[] {
	const titles = new Titles();
	return items.flatMap((item) => {
		const itemIndex = item.getItemIndex();
		try {
			const chosen = item.getNodeParameter('groupId', '', { extractValue: true });
			const groupId = checkShape(chosen, shapes.groupId);
			const sources = readSources(
				(name, fallback) => item.getNodeParameter(name, fallback),
				item.getInputData().json,
				titles,
			);
			const rows = sources.map((source) => toRow(item, groupId, source));
			return rows.length > 1 ? named(rows) : rows;
		} catch (error) {
			const rejection = asBadInput(error);
			return [{ itemIndex, groupId: '', phone: {}, part: { key: '', to: '' }, rejection }];
		}
	});
}

/** Batches of at most `size` rows, each for one group, in the order of the rows. */
export function toBatches(rows: PhoneRow[], size: number): Batch[] {
	const batches: Batch[] = [];
	const open = new Map<string, Batch>();
	for (const row of rows) {
		let batch = open.get(row.groupId);
		if (!batch || batch.rows.length >= size) {
			batch = { groupId: row.groupId, rows: [] };
			open.set(row.groupId, batch);
			batches.push(batch);
		}
		batch.rows.push(row);
	}
	return batches;
}

type ReadOne = (name: string, fallback?: unknown) => unknown;

type Schema = ResourceMapperValue['schema'];

const NO_SCHEMA: Schema = [];

/** Names in the form they are compared in. All items have the same ones, so each is made once. */
class Titles {
	private readonly known = new Map<string, string>();

	private readonly bySchema = new Map<Schema, Array<{ wireName: string; names: string[] }>>();

	plain(title: string): string {
		const plain = this.known.get(title) ?? plainTitle(title);
		this.known.set(title, plain);
		return plain;
	}

	/** What a field may be called that goes into a column. */
	columns(schema = NO_SCHEMA) {
		const known = this.bySchema.get(schema);
		if (known) return known;
		const found = PARTS.map(({ name, wireName }) => {
			const title = schema.find(({ id }) => id === wireName)?.displayName.replace(/ \(\w+\)$/, '');
			return { wireName, names: [wireName, name, title ?? name].map((one) => this.plain(one)) };
		});
		this.bySchema.set(schema, found);
		return found;
	}
}

function readSources(read: ReadOne, json: IDataObject, titles: Titles): IDataObject[] {
	const from = read('phonesFrom', 'items');
	switch (from) {
		case 'items':
			return [fromItem(read('columns', {}) as Partial<ResourceMapperValue>, json, titles)];
		case 'list':
			return notEmpty((read('phones', {}) as { entries?: IDataObject[] }).entries);
		case 'json':
			return fromJson(read('phonesJson', '[]'));
		default:
			throw new BadInput(
				`Phones From is not valid: ${shown(from)}`,
				'Expected one of items, list, json. Nothing was sent.',
			);
	}
}

function fromJson(given: unknown): IDataObject[] {
	const parsed =
		typeof given === 'string' ? jsonParse<unknown>(given, { fallbackValue: given }) : given;
	// A list inside an entry counts as one list.
	const value = Array.isArray(parsed) ? (parsed as unknown[]).flat() : parsed;
	if (!Array.isArray(value) || !value.every(isObject)) {
		throw new BadInput(
			`Phones (JSON) is not an array of objects: ${shown(value)}`,
			'Expected an array such as [{ "phone": "+93701234567" }]. Nothing was sent.',
		);
	}
	for (const key of value.flatMap((phone) => Object.keys(phone))) {
		if (PARTS.some(({ name, wireName }) => key === name || key === wireName)) continue;
		// Google Sheets adds it to each row.
		if (key === 'row_number') continue;
		throw new BadInput(
			`Phones (JSON) has a field that contact groups do not have: ${shown(key)}`,
			'Possible are phone, a, b, c, d, e and callback_data. Nothing was sent.',
		);
	}
	return notEmpty(value);
}

function notEmpty(phones: IDataObject[] = []): IDataObject[] {
	if (phones.length > 0) return phones;
	throw new BadInput('There are no phones to add', 'Add at least one phone. Nothing was sent.');
}

function fromItem(
	mapping: Partial<ResourceMapperValue>,
	json: IDataObject,
	titles: Titles,
): IDataObject {
	if (mapping.mappingMode === 'defineBelow') return (mapping.value ?? {}) as IDataObject;
	const phone = mapAutomatically(json, mapping.schema, titles);
	if (phone.phone === undefined) {
		throw new BadInput(
			`No field of the item is called "phone" (it has ${shown(Object.keys(json).join(', '))})`,
			'Rename the field that holds the number to "phone", or choose "Map Each Column Manually" under Columns. Nothing was sent.',
		);
	}
	return phone;
}

/**
 * By wire name, by parameter name, or by the title the group gives the column; without case, without
 * blanks at the ends, and without the byte order mark that some CSV files begin with.
 */
function mapAutomatically(
	json: IDataObject,
	schema: Schema | undefined,
	titles: Titles,
): IDataObject {
	const fields = new Map(Object.keys(json).map((key) => [titles.plain(key), key]));
	const phone: IDataObject = {};
	for (const { wireName, names } of titles.columns(schema)) {
		const key = names.map((one) => fields.get(one)).find((one) => one !== undefined);
		if (key !== undefined && json[key] !== undefined) phone[wireName] = json[key];
	}
	return phone;
}

/** Fields without a column in automatic mapping, each once. */
export function unmatchedFields(items: Item[]): string[] {
	const unmatched = new Set<string>();
	const titles = new Titles();
	for (const item of items) {
		if (item.getNodeParameter('phonesFrom', 'items') !== 'items') continue;
		const mapping = item.getNodeParameter('columns', {}) as Partial<ResourceMapperValue>;
		if (mapping.mappingMode === 'defineBelow') return [];
		const columns = titles.columns(mapping.schema);
		for (const key of Object.keys(item.getInputData().json)) {
			const isKnown = columns.some(({ names }) => names.includes(titles.plain(key)));
			if (!isKnown && key !== 'row_number') unmatched.add(key);
		}
	}
	return [...unmatched];
}

function toRow(item: Item, groupId: string, source: IDataObject): PhoneRow {
	const itemIndex = item.getItemIndex();
	const row: PhoneRow = { itemIndex, groupId, phone: {}, part: { key: '', to: '' } };
	try {
		fillPhone(row.phone, source, item);
		row.part = { key: String(itemIndex), to: receiversHash([groupId, row.phone.phone]) };
	} catch (error) {
		row.rejection = asBadInput(error);
	}
	return row;
}

/**
 * Several phones of one item are identified by number: their positions may change before a Retry.
 */
function named(rows: PhoneRow[]): PhoneRow[] {
	const counts = new Map<string, number>();
	return rows.map((row) => {
		const { key, to } = row.part;
		const count = counts.get(to) ?? 0;
		counts.set(to, count + 1);
		return { ...row, part: { key: `${key}.${to}${count || ''}`, to } };
	});
}

/**
 * Writes one entry of a contact group in wire names.
 *
 * @param phone is filled as far as the source can be used
 * @param source in wire names or in the names of the fields
 * @throws BadInput when a part is too long or no text, or when there is no number
 */
export function fillPhone(phone: IDataObject, source: IDataObject, item: About['item']): void {
	for (const { name, wireName, label, reader } of PARTS) {
		const value = source[wireName] ?? source[name];
		const wire = isEmpty(value) ? undefined : reader(value, { label, item });
		if (wire !== undefined) phone[wireName] = wire as string;
	}
	if (phone.phone === undefined) {
		throw new BadInput('Phone Number is empty', 'Every phone needs a number. Nothing was sent.');
	}
}
