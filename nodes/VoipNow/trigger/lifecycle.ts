import type { IDataObject, IHookFunctions } from 'n8n-workflow';

import { asBadInput } from '../../shared/input/badInput';
import { fillPath } from '../../shared/input/path';
import { fromBadInput, type Failure } from '../../shared/response/failure';
import { isObject } from '../../shared/response/response';
import { Background } from '../../shared/send/background';
import { voipNow } from '../api/service';
import { notePlaces, otherPlaces, type Place, readPlaces } from './places';
import { contentOf, isDone, type Own, plan, type Registration } from './registrations';
import { checkOptions, readTypes } from './settings';

/** A note may have 1024 characters, and workflow names may be long. */
const LONGEST_NAME = 200;

/** Whether VoipNow has exactly the call events of this trigger. */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	const registrar = await Registrar.of(context);
	const { types, places } = registrar.checked(() => wanted(context));
	if (otherPlaces(context, places).length > 0) return false;
	for (const place of places) {
		if (!isDone(plan(await registrar.find(place), types, registrar.own))) return false;
	}
	return true;
}

/** Registers what is missing, and replaces or removes earlier registrations. */
export async function register(context: IHookFunctions): Promise<void> {
	const registrar = await Registrar.of(context);
	const { types, places } = registrar.checked(() => wanted(context));
	const others = otherPlaces(context, places);
	notePlaces(context, [...places, ...others]);
	// One by one: two forms of an extension have the same call events.
	for (const place of others) {
		const { remove } = plan(await registrar.findLeft(place), [], registrar.own);
		for (const one of remove) await registrar.remove(place, one);
	}
	for (const place of places) {
		const { create, update, remove } = plan(await registrar.find(place), types, registrar.own);
		for (const one of update) await registrar.update(place, one);
		for (const type of create) await registrar.create(place, type);
		for (const one of remove) await registrar.remove(place, one);
	}
	notePlaces(context, places);
}

/**
 * Removes all call events of this trigger that can be removed.
 *
 * @throws when one is left, or may be: n8n then tries again and tells the user
 */
export async function deregister(context: IHookFunctions): Promise<void> {
	const registrar = await Registrar.of(context);
	const left: Error[] = [];
	const unknown: Error[] = [];
	const attempt = async <T>(work: Promise<T>, errors: Error[]): Promise<T | undefined> =>
		await work.catch((error: Error) => void errors.push(error));
	const removeAll = async (place: Place, found: Registration[] = []) => {
		for (const one of plan(found, [], registrar.own).remove) {
			await attempt(registrar.remove(place, one), left);
		}
	};
	const noted = otherPlaces(context, []);
	const places = registrar.checked(() => placesOr(context, noted));
	for (const place of places) await removeAll(place, await attempt(registrar.find(place), unknown));
	for (const place of otherPlaces(context, places)) {
		await removeAll(place, await attempt(registrar.findLeft(place), left));
	}
	if (left.length > 0) throw registrar.notRemoved(left[0]);
	if (unknown.length > 0) throw registrar.perhapsNotRemoved(unknown[0]);
	notePlaces(context, []);
}

/** A broken expression must not keep registered call events from being removed. */
function placesOr(context: IHookFunctions, noted: Place[]): Place[] {
	try {
		return readPlaces(context);
	} catch (error) {
		if (noted.length === 0) throw asBadInput(error);
		return [];
	}
}

function wanted(context: IHookFunctions): { types: string[]; places: Place[] } {
	checkOptions(context);
	return { types: readTypes(context), places: readPlaces(context) };
}

/** The call events of one trigger at VoipNow. */
class Registrar {
	private constructor(
		private readonly background: Background,
		readonly own: Own,
		private readonly note: string,
	) {}

	static async of(context: IHookFunctions): Promise<Registrar> {
		const background = await Background.of(context, voipNow);
		const { webhookId, name } = context.getNode();
		const { id, name: workflow } = context.getWorkflow();
		const instance = `n8n ${context.getInstanceId().slice(0, 8)} `;
		const mark = `${instance}${id}: `;
		const own = {
			base: String(context.getNodeWebhookUrl('default')).replace(/\/\d$/, ''),
			// "webhook", the ID of the trigger and "call". Without an ID, n8n takes those of the
			// workflow and the name of the node.
			segments: webhookId ? 3 : 4,
			instance,
			mark,
		};
		const note = [workflow, name].map(plain).join(', ');
		return new Registrar(background, own, `${mark}${note}`);
	}

	checked<T>(read: () => T): T {
		return checked(this.background, read);
	}

	async find(place: Place): Promise<Registration[]> {
		const entries = await this.background.list(this.path('', place));
		return entries.filter(isObject).map((entry) => ({
			id: text(entry.id),
			type: text(entry.type),
			url: text(entry.url),
			method: text(entry.method),
			status: text(entry.status),
			note: text(entry.note),
		}));
	}

	/** An extension that no longer exists has no call events. */
	async findLeft(place: Place): Promise<Registration[]> {
		return await this.find(place).catch((error: Error & { errorResponse?: IDataObject }) => {
			if (error.errorResponse?.code === 'extension_invalid') return [];
			throw error;
		});
	}

	async create(place: Place, type: string): Promise<void> {
		const body = { type, ...contentOf(this.own, type, this.note) };
		await this.change({ method: 'POST', path: this.path('', place), body });
	}

	async update(place: Place, { id, type }: Registration): Promise<void> {
		const path = this.path('/{eventType}/{eventId}', { ...place, eventType: type, eventId: id });
		await this.change({ method: 'PUT', path, body: contentOf(this.own, type, this.note) });
	}

	/** Never without its ID: that would remove all call events of the extension. */
	async remove(place: Place, { id, type }: Registration): Promise<void> {
		const path = this.path('/{eventType}/{eventId}', { ...place, eventType: type, eventId: id });
		const effect = { isIdempotent: true };
		const sent = await this.background.send({ method: 'DELETE', path, effect });
		if ('failure' in sent && !isGone(sent.failure)) throw this.background.toError(sent.failure);
	}

	/** Error for call events that remain in VoipNow. */
	notRemoved({ message, ...error }: Error & { description?: string }): Error {
		return this.background.toError({
			message: `VoipNow still calls this workflow: ${message}`,
			description: `${error.description ?? ''} The call events with a note that begins with "${this.own.mark.trim()}" remain. Publish and unpublish the workflow again, or delete them with Phone Call Event: Delete.`,
			effect: 'none',
		});
	}

	/**
	 * Error if VoipNow does not list its call events. The reason comes first: after a test that
	 * could not start, n8n shows this instead of the error of `register`, and nothing remains.
	 */
	perhapsNotRemoved({ message, ...error }: Error & { description?: string }): Error {
		return this.background.toError({
			message,
			description: `${error.description ?? ''} If this trigger was on before, VoipNow still calls it: the call events with a note that begins with "${this.own.mark.trim()}" remain. Publish and unpublish the workflow again, or delete them with Phone Call Event: Delete.`,
			effect: 'none',
		});
	}

	private async change(asking: Parameters<Background['send']>[0]): Promise<void> {
		const sent = await this.background.send(asking);
		if (!('failure' in sent)) return;
		const { failure } = sent;
		throw this.background.toError(
			failure.details?.code === 'pce_url_invalid' ? this.notReachable(failure) : failure,
		);
	}

	/** The address is n8n's, not entered by the user. */
	private notReachable(failure: Failure): Failure {
		const { origin } = new URL(this.own.base);
		const description = `VoipNow has to reach n8n, whose address is set to ${origin}. Set N8N_WEBHOOK_URL to an address that VoipNow can call.`;
		return { ...failure, description };
	}

	private path(rest: string, values: { [name: string]: string }): string {
		const template = `/extensions/{userId}/{extension}/phoneCallEvents${rest}`;
		return this.checked(() => fillPath(template, (name) => values[name], voipNow.shapes));
	}
}

/** Reads parameters and reports errors in the form n8n shows. */
function checked<T>(background: Background, read: () => T): T {
	try {
		return read();
	} catch (error) {
		throw background.toError(fromBadInput(asBadInput(error)));
	}
}

function isGone({ status, details }: Failure): boolean {
	return status === 404 || details?.code === 'pce_id_invalid';
}

function text(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Without characters that a phone system may not store, such as emoji. */
function plain(name: unknown): string {
	const kept = text(name).replace(/[^\x20-\uD7FF\uE000-\uFFFD]/gu, '');
	return kept.slice(0, LONGEST_NAME).trim();
}
