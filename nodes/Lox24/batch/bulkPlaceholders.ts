import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { asBadInput, BadInput, shown } from '../../shared/input/badInput';
import { isEmpty } from '../../shared/input/query';
import type { Item } from '../../shared/request/item';
import type { Work } from '../../shared/request/work';
import { type Failure, fromBadInput } from '../../shared/response/failure';
import { isObject } from '../../shared/response/response';
import { send } from '../../shared/send/pipeline';
import type { Run } from '../../shared/send/run';
import {
	ALLOW_UNKNOWN,
	allowsUnknown,
	checkShortLinks,
	columnsIn,
	titleFor,
} from '../fields/placeholders';

/** A contact group's columns. */
interface Group {
	/** As shown in messages. */
	name: string;
	/** Of the columns that have a title. */
	titles: string[];
}

type GroupRead = Group | { failure: Failure };

/** A work that can be sent. */
type Sendable = Extract<Work, { request: IHttpRequestOptions }>;

/**
 * Checks before anything is sent that each placeholder in a text is a column of all groups it goes
 * to, and writes it as the group does. What LOX24 makes of others is not documented; people would
 * get the brackets (docs/api/lox24.md, "Placeholders and short links").
 *
 * Each group is read once. A bulk that an earlier try has sent is not looked at again.
 *
 * @returns the works, with the reason in place of those that cannot be sent
 */
export async function checkPlaceholders(run: Run, works: Work[], items: Item[]): Promise<Work[]> {
	const groups = new Map<number, Promise<GroupRead>>();
	const itemAt = new Map(items.map((item) => [item.getItemIndex(), item]));
	return await Promise.all(
		works.map(async (work) => {
			if ('failure' in work || work.task.parts?.some((part) => run.ledger?.recall(part))) {
				return work;
			}
			const failure = await check(run, work, itemAt.get(work.itemIndexes[0])!, groups);
			return failure ? { itemIndexes: work.itemIndexes, failure } : work;
		}),
	);
}

/** @returns why the bulk is not sent, if so */
async function check(
	run: Run,
	{ request, itemIndexes }: Sendable,
	item: Item,
	groups: Map<number, Promise<GroupRead>>,
): Promise<Failure | undefined> {
	const body = request.body as IDataObject;
	const text = String(body.text);
	try {
		if (!text.includes('[') || allowsUnknown(item)) return undefined;
		const ids = (body.msg_groups ?? []) as number[];
		const known: Group[] = [];
		if (columnsIn(text).length > 0) {
			for (const id of ids) {
				if (!groups.has(id)) groups.set(id, readGroup(run, request, itemIndexes, id));
				const group = await groups.get(id)!;
				if ('failure' in group) return { ...group.failure, effect: 'none' };
				known.push(group);
			}
		}
		checkShortLinks(
			text,
			'Text',
			known.flatMap(({ titles }) => titles),
		);
		body.text = withTitles(text, known);
		return undefined;
	} catch (error) {
		return fromBadInput(asBadInput(error));
	}
}

/**
 * @returns the text with every placeholder as the groups write it
 * @throws BadInput for one that is not a column of all of them
 */
function withTitles(text: string, groups: Group[]): string {
	// A title may contain brackets.
	const odd = (groups[0]?.titles ?? []).filter(
		(title) => /[[\]]/.test(title) && groups.every(({ titles }) => titles.includes(title)),
	);
	const rest = odd.reduce((left, title) => left.replaceAll(`[${title}]`, ''), text);
	return columnsIn(rest).reduce((written, name) => {
		if (groups.length === 0) throw noColumns(name);
		const meant = titleFor(name, groups[0].titles);
		for (const group of groups) {
			const own = meant === undefined ? undefined : titleFor(meant, group.titles);
			if (own === undefined || own !== meant) throw unknown(name, group);
		}
		return written.replaceAll(`[${name}]`, () => `[${meant}]`);
	}, text);
}

const WAY_OUT = `To send the text as it is, turn on the option "${ALLOW_UNKNOWN}". Nothing was sent.`;

function noColumns(name: string): BadInput {
	return new BadInput(
		`Text has a placeholder, but the recipients have no columns: ${shown(`[${name}]`)}`,
		`Columns belong to contact groups: choose Groups under Recipients From, or use SMS: Send, with its own text for each item. ${WAY_OUT}`,
	);
}

function unknown(placeholder: string, { name, titles }: Group): BadInput {
	const columns =
		titles.length > 0
			? `Its columns are ${titles.map((title) => `[${title}]`).join(', ')}.`
			: 'None of its columns has a title: add titles with Group: Update.';
	return new BadInput(
		`Text has a placeholder that is not a column of the group ${name}: ${shown(`[${placeholder}]`)}`,
		`${columns} ${WAY_OUT}`,
	);
}

async function readGroup(
	run: Run,
	{ baseURL, timeout, proxy, skipSslCertificateValidation, headers }: IHttpRequestOptions,
	itemIndexes: number[],
	id: number,
): Promise<GroupRead> {
	const sent = await send(
		run,
		{ itemIndexes },
		{
			...{ baseURL, timeout, proxy, skipSslCertificateValidation, headers },
			method: 'GET',
			url: `/groups/${id}`,
		},
	);
	if ('failure' in sent) return sent;
	const { body } = sent.response;
	if (!isObject(body) || !('name' in body)) {
		return {
			failure: {
				message: `LOX24 did not return group ${id}, so its columns are unknown`,
				description: `A proxy or a login page may be in between. Check the address in the credential. ${WAY_OUT}`,
				effect: 'none',
			},
		};
	}
	const titles = ['a', 'b', 'c', 'd', 'e'].map((letter) => body[`name_${letter}`]);
	return {
		name: `${shown(body.name)} (${id})`,
		titles: titles.filter((title) => !isEmpty(title)).map(String),
	};
}
