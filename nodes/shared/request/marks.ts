import type { IDataObject, IExecuteSingleFunctions, PreSendAction } from 'n8n-workflow';

import type { Complete, Effect } from '../send/stage';

/** An operation's declarations beyond n8n's format, attached to a `preSend` that does nothing. */
export interface Marks {
	effect?: Effect;
	complete?(this: IExecuteSingleFunctions, ...given: Parameters<Complete>): ReturnType<Complete>;
	filter?(this: IExecuteSingleFunctions): Filter | undefined;
}

/** Whether to return an entry of a list. */
export type Filter = (entry: IDataObject) => boolean;

/** Declares what the operation does at the service, and to whom. */
export function effect(declared: Effect): PreSendAction {
	return marked({ effect: declared });
}

/** Completes the request just before it is sent, in turn with the other items. */
export function completedBy(complete: NonNullable<Marks['complete']>): PreSendAction {
	return marked({ complete });
}

/** Filters a list locally, because the service cannot; reads the whole list. */
export function filteredBy(filter: NonNullable<Marks['filter']>): PreSendAction {
	return marked({ filter });
}

function marked(marks: Marks): PreSendAction {
	return Object.assign((async (request) => request) satisfies PreSendAction, marks);
}
