import type { INodePropertyOptions } from 'n8n-workflow';

/** SMS `status_code` (docs/api/lox24.md, "SMS status codes"). */
export const statusCodes: INodePropertyOptions[] = [
	{ name: '0 New', value: 0 },
	{ name: '100 Handed to the Operator', value: 100 },
	{ name: '2000 Landline Not Possible', value: 2000 },
	{ name: '208 Destination Blocked', value: 208 },
	{ name: '3000 Not Enough Credit', value: 3000 },
	{ name: '400 Undeliverable During Maintenance', value: 400 },
	{ name: '410 Stopped in the Web Account', value: 410 },
	{ name: '5000 No Operator Found', value: 5000 },
	{ name: '6000 Stopped Through the API', value: 6000 },
];

/** Of messages that could not be sent or were stopped, so that no report may ever come. */
export const FAILED = [208, 400, 410, 2000, 3000, 5000, 6000];

/** Delivery report `dlr_code` (docs/api/lox24.md, "Delivery report codes"). */
export const deliveryCodes: INodePropertyOptions[] = [
	{ name: '0 No Report Yet', value: 0 },
	{ name: '1 Delivered', value: 1 },
	{ name: '16 Rejected', value: 16 },
	{ name: '2 Queued', value: 2 },
	{ name: '4 Under Way', value: 4 },
	{ name: '8 Not Delivered in Time', value: 8 },
];
