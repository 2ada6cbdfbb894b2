import type { INodePropertyOptions } from 'n8n-workflow';

/** Payment `status` (docs/api/lox24.md, "Other codes"). */
export const paymentStatuses: INodePropertyOptions[] = [
	{ name: '0 New', value: 0 },
	{ name: '10 In Progress', value: 10 },
	{ name: '100 Done', value: 100 },
	{ name: '1000 System Fault', value: 1000 },
	{ name: '20 In Progress at the Provider', value: 20 },
	{ name: '200 Cancelled by User', value: 200 },
	{ name: '300 Timed Out', value: 300 },
	{ name: '400 Cancelled by Administrator', value: 400 },
];

/** Payment types. */
export const paymentTypes: INodePropertyOptions[] = [
	{ name: '1 SEPA', value: 1 },
	{ name: '6 Bank Transfer', value: 6 },
	{ name: '7 PayPal', value: 7 },
	{ name: '8 Sofort', value: 8 },
	{ name: '91 Stored Card', value: 91 },
	{ name: '92 New Card', value: 92 },
];

/** Invoice and credit note `status`. */
export const documentStatuses: INodePropertyOptions[] = [
	{ name: '0 New', value: 0 },
	{ name: '1 Success', value: 1 },
	{ name: '2 Failed', value: 2 },
];
