import type { IDataObject } from 'n8n-workflow';

import { byView, inWords, type View } from '../../shared/description/simplify';
import { isObject } from '../../shared/response/response';
import {
	fraudCheckView,
	unsubscribeReasons,
	verifyCodeStatuses,
	verifyCodeView,
} from '../fields/views';
import { bulkStatusCodes } from '../resources/bulk/filters';
import { deliveryCodes, statusCodes } from '../resources/sms/codes';
import type { Lox24Event } from './readEvent';

type Simplifier = (data: IDataObject) => IDataObject;

const envelopeView: View = {
	keep: ['id', 'name', 'created_at', 'attempt_number', 'attempt_total'],
	times: ['created_at'],
};

const deliveryView: View = {
	keep: ['id', 'callback_data', 'status_code', 'dlr_code'],
	names: [
		{ code: 'status_code', as: 'status', table: statusCodes },
		{ code: 'dlr_code', as: 'delivery', table: deliveryCodes },
	],
};

const incomingView: View = {
	keep: ['id', 'from', 'to', 'text', 'received_at', 'msg_uuid'],
	times: ['received_at'],
};

const formView: View = {
	keep: [
		...['phone', 'group_id', 'timestamp', 'created_at', 'campaign_code', 'short_link_code'],
		...['unsubscribe_request_id', 'additional_data'],
	],
	times: ['timestamp', 'created_at'],
};

/** Nothing is left out: what such an object holds is not certain. */
const whole =
	(view: Omit<View, 'keep'>): Simplifier =>
	(data) =>
		byView(data, { ...view, keep: Object.keys(data) });

const ofView =
	(view: View): Simplifier =>
	(data) =>
		byView(data, view);

const bulk = whole({
	names: [{ code: 'status', as: 'status_name', table: bulkStatusCodes }],
	times: ['created_at'],
});

const channel = whole({
	names: [{ code: 'status', as: 'status_name', table: verifyCodeStatuses }],
	times: ['processed_at'],
});

/** Like the objects of the same kind that the action node gives. */
const simplifiers = new Map<string, Simplifier>([
	['sms.delivery', ofView(deliveryView)],
	['sms.delivery.dryrun', ofView(deliveryView)],
	['sms.incoming', ofView(incomingView)],
	['bulk.email.parsing.success', inside('bulk', bulk)],
	['phone.subscribe', ofView(formView)],
	['phone.unsubscribe', withReason],
	['fraud-check.done', whole(fraudCheckView)],
]);

/** The event with readable names beside codes, and without what only LOX24 needs. */
export function simple(event: Lox24Event): IDataObject {
	const { name, data } = event;
	return { ...byView(event, envelopeView), data: isObject(data) ? simpleData(name, data) : data };
}

function simpleData(name: string, data: IDataObject): IDataObject {
	if (name.startsWith('verify_code.')) {
		const code = byView(data, verifyCodeView);
		return isObject(data.channel) ? { ...code, channel: channel(data.channel) } : code;
	}
	return simplifiers.get(name)?.(data) ?? data;
}

function inside(field: string, simplifier: Simplifier): Simplifier {
	return (data) => {
		const value = data[field];
		return isObject(value) ? { ...data, [field]: simplifier(value) } : data;
	};
}

function withReason(data: IDataObject): IDataObject {
	const more = data.additional_data;
	const reason = isObject(more) && isObject(more.reason) ? more.reason.id : undefined;
	return {
		...byView(data, formView),
		...(reason !== undefined && {
			unsubscribe_reason: reason,
			unsubscribe_reason_name: inWords(reason, unsubscribeReasons),
		}),
	};
}
