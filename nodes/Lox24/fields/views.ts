import type { INodePropertyOptions } from 'n8n-workflow';

import type { View } from '../../shared/description/simplify';
import { bulkStatusCodes } from '../resources/bulk/filters';
import { fraudCheckStatusCodes } from '../resources/fraudCheck/filters';
import { deliveryCodes, statusCodes } from '../resources/sms/codes';
import { documentStatuses, paymentStatuses, paymentTypes } from './accountingCodes';

/** Why somebody left a group (docs/api/lox24.md, "Other codes"). */
export const unsubscribeReasons: INodePropertyOptions[] = [
	{ name: '1 Never Subscribed', value: 1 },
	{ name: '2 Too Many Messages', value: 2 },
	{ name: '3 Not Interested', value: 3 },
	{ name: '4 Incomprehensible', value: 4 },
	{ name: '5 Dislikes the Company', value: 5 },
	{ name: '6 Other', value: 6 },
];

/** Verify code `status`, also in its history. */
export const verifyCodeStatuses: INodePropertyOptions[] = [
	{ name: '0 New', value: 0 },
	{ name: '10 Success', value: 10 },
	{ name: '100 System Fault', value: 100 },
	{ name: '20 Failed', value: 20 },
	{ name: '5 In Progress', value: 5 },
];

export const smsView: View = {
	keep: [
		...['uuid', 'phone', 'sender_id', 'text', 'status_code', 'dlr_code', 'price', 'parts_count'],
		...['delivery_at', 'gateway_sent_at', 'created_at', 'callback_data', 'bulk_id'],
	],
	names: [
		{ code: 'status_code', as: 'status', table: statusCodes },
		{ code: 'dlr_code', as: 'delivery', table: deliveryCodes },
	],
	times: ['delivery_at', 'gateway_sent_at', 'created_at'],
};

export const bulkView: View = {
	keep: [
		...['uuid', 'sender_id', 'text', 'status_code', 'msg_total_count', 'msg_total_cost'],
		...['service_code', 'is_dryrun', 'delivery_at', 'created_at', 'processed_at'],
	],
	names: [{ code: 'status_code', as: 'status', table: bulkStatusCodes }],
	times: ['delivery_at', 'created_at', 'processed_at'],
};

export const clickView: View = {
	keep: ['id', 'date', 'url', 'short_link', 'country', 'ip', 'browser', 'os', 'referer'],
	times: ['date'],
};

export const phoneView: View = {
	keep: [
		...['id', 'phone', 'a', 'b', 'c', 'd', 'e', 'callback_data'],
		...['subscribed_at', 'unsubscribed_at', 'unsubscribe_reason'],
	],
	names: [{ code: 'unsubscribe_reason', as: 'unsubscribe_reason_name', table: unsubscribeReasons }],
	times: ['subscribed_at', 'unsubscribed_at'],
};

export const verifyCodeView: View = {
	keep: [
		...['id', 'phone', 'status', 'delivered_channel', 'cost', 'currency', 'payload'],
		...['created_at', 'updated_at'],
	],
	names: [{ code: 'status', as: 'status_name', table: verifyCodeStatuses }],
	times: ['created_at', 'updated_at'],
};

export const fraudCheckView: View = {
	keep: [
		...['id', 'status_code', 'risk_score', 'price', 'service_code', 'callback_data'],
		...['request_phone', 'request_email', 'request_ip', 'request_address'],
		...['created_at', 'updated_at'],
	],
	names: [{ code: 'status_code', as: 'status', table: fraudCheckStatusCodes }],
	times: ['created_at', 'updated_at'],
};

export const paymentView: View = {
	keep: [
		...['id', 'status', 'type', 'amount', 'net_val', 'currency', 'invoice'],
		...['created_at', 'completed_at', 'serviceMessage'],
	],
	names: [
		{ code: 'status', as: 'status_name', table: paymentStatuses },
		{ code: 'type', as: 'type_name', table: paymentTypes },
	],
	times: ['created_at', 'completed_at'],
};

/** Invoices and credit notes. */
export const documentView: View = {
	keep: [
		...['id', 'amount', 'currency', 'net_val', 'vat_val', 'status', 'payment_type'],
		...['created_at', 'paid_at', 'pdf', 'invoice', 'credit_note'],
	],
	names: [
		{ code: 'status', as: 'status_name', table: documentStatuses },
		{ code: 'payment_type', as: 'payment_type_name', table: paymentTypes },
	],
	times: ['created_at', 'paid_at'],
};
