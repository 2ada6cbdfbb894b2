import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../shared/input/badInput';
import { text } from '../../shared/input/kind';
import { isEmpty } from '../../shared/input/query';
import type { Item } from '../../shared/request/item';
import type { Asked } from './page';

/** Labels are short; nobody reads more on a button. */
const LONGEST_LABEL = 60;

/**
 * What the page shows, from the parameters of the item.
 *
 * @throws BadInput when there is no message, a text is none, or a button has no label
 */
export function readAsked(item: Pick<Item, 'getNodeParameter' | 'getTimezone'>): Asked {
	const read = (value: unknown, label: string, usual: string, limit?: number) =>
		isEmpty(value) ? usual : (text(limit)(value, { label, item }) as string).trim();
	const label = (value: unknown, name: string, usual: string) => {
		const given = value === '' ? '' : read(value, name, usual, LONGEST_LABEL);
		if (given !== '') return given;
		throw new BadInput(`${name} is empty`, 'A button needs a label. Nothing was sent.');
	};
	const message = read(item.getNodeParameter('message', ''), 'Message', '')
		.replaceAll(/[ \t]*\[link\][ \t]*/gi, ' ')
		.trim();
	if (message === '') {
		throw new BadInput('Message is empty', 'Expected what to respond to. Nothing was sent.');
	}
	const options = item.getNodeParameter('options', {}) as IDataObject;
	const asked: Asked = {
		title: read(options.pageTitle, 'Page Title', ''),
		message,
		submit: label(options.submitLabel, 'Submit Button Label', 'Submit'),
		thanks: read(options.thankYouText, 'Thank-You Text', 'Thank you. You can close this page.'),
	};
	if (item.getNodeParameter('responseType', 'approval') === 'freeText') return asked;
	const { values } = item.getNodeParameter('approvalOptions', {}) as { values?: IDataObject };
	const { approvalType, approveLabel, disapproveLabel } = values ?? {};
	asked.approve = label(approveLabel, 'Approve Button Label', 'Approve');
	if (approvalType !== 'single') {
		asked.decline = label(disapproveLabel, 'Disapprove Button Label', 'Decline');
	}
	return asked;
}
