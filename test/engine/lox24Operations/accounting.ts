import { byId } from '../given';
import type { OperationCase } from '../operationMatrix';
import { all, between, NEW_YEAR, on, range } from './given';

const documents = {
	amount: [12.5],
	amountRange: { range: { from: '1', to: '99.95' } },
	createdAt: [NEW_YEAR.iso],
	createdAtRange: range,
	id: [1, 2],
	isPaid: false,
	orderAmount: 'asc',
	orderCreatedAt: 'desc',
	paidAt: [NEW_YEAR.iso],
	paidAtRange: range,
	paymentType: 91,
	status: 0,
};

const documentsQuery = `amount=12.5&created_at=1767222000&id[]=1&id[]=2&exists[paid_at]=0&_order[amount]=asc&_order[created_at]=desc&paid_at=1767222000&paymentType=91&status=0&amount[between]=1..99.95&created_at[between]=${between}&paid_at[between]=${between}`;

export const accounting: OperationCase[] = [
	{ id: 'me.get', parameters: on('account', 'get'), method: 'GET', url: '/me' },
	{
		id: 'paymentMethods.get',
		parameters: on('paymentMethod', 'get'),
		method: 'GET',
		url: '/payment-methods',
	},
	{
		id: 'payments.list',
		parameters: on('payment', 'getAll', {
			...all,
			filters: {
				createdAt: [NEW_YEAR.iso],
				createdAtRange: range,
				id: [1, 2],
				orderCreatedAt: 'asc',
				status: 100,
				type: 91,
			},
		}),
		method: 'GET',
		url: `/payments?created_at=1767222000&id[]=1&id[]=2&_order[created_at]=asc&status=100&type=91&created_at[between]=${between}`,
		lists: true,
	},
	{
		id: 'payments.create',
		parameters: on('payment', 'create', { netVal: 50, type: 'sepa', methodId: 501, confirm: true }),
		method: 'POST',
		url: '/payments',
		body: { net_val: 50, type: 'sepa', method_id: 501 },
	},
	{
		id: 'payments.get',
		parameters: on('payment', 'get', { paymentId: byId('1') }),
		method: 'GET',
		url: '/payments/1',
	},
	...(['invoice', 'creditNote'] as const).flatMap((resource) => {
		const ids = resource === 'invoice' ? 'invoices' : 'creditNotes';
		const path = resource === 'invoice' ? '/invoices' : '/credit_notes';
		return [
			{
				id: `${ids}.list`,
				parameters: on(resource, 'getAll', { ...all, filters: documents }),
				method: 'GET',
				url: `${path}?${documentsQuery}`,
				lists: true,
			},
			{
				id: `${ids}.get`,
				parameters: on(resource, 'get', { [`${resource}Id`]: byId('1') }),
				method: 'GET',
				url: `${path}/1`,
			},
			{
				id: `${ids}.pdf`,
				parameters: on(resource, 'download', {
					[`${resource}Id`]: byId('1'),
					binaryPropertyName: 'data',
				}),
				method: 'GET',
				url: `${path}/1/pdf`,
				file: 'application/pdf',
			},
		];
	}),
];
