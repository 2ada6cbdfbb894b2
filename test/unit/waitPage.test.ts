import fc from 'fast-check';
import type { IWebhookFunctions } from 'n8n-workflow';

import {
	type Asked,
	askingPage,
	closedPage,
	readResponse,
	thankingPage,
} from '../../nodes/Lox24/wait/page';
import { respond, resumeWebhooks } from '../../nodes/Lox24/wait/respond';

const approval: Asked = {
	title: 'Freigabe',
	message: 'Shall we order?',
	approve: 'Ja',
	decline: 'Nein',
	submit: 'Senden',
	thanks: 'Danke',
};

const { approve: _approve, decline: _decline, ...freeText } = approval;
const { decline: _no, ...approveOnly } = approval;

/** What a browser would make of the page: tags with their attributes, and texts. */
const tagsOf = (page: string) => page.match(/<[^>]*>/g)!.map((tag) => tag.replace(/\s.*$/s, '>'));

describe('Send and Wait: the page', () => {
	test('approval: two buttons that post', () => {
		const page = askingPage(approval);
		expect(page).toContain('<h1>Freigabe</h1><p>Shall we order?</p>');
		expect(page).toContain('<form method="post">');
		expect(page).toMatch(/<button class="first" name="approved" value="true">Ja<\/button>/);
		expect(page).toMatch(/<button name="approved" value="false">Nein<\/button>/);
		expect(page).not.toContain('<textarea');
	});

	test('approve only: one button', () => {
		const page = askingPage(approveOnly);
		expect(page.match(/<button/g)).toHaveLength(1);
		expect(page).not.toContain('false');
	});

	test('free text: a field that has to be filled, and a button', () => {
		const page = askingPage(freeText);
		expect(page).toMatch(/<textarea name="text" aria-label="Shall we order\?"[^>]*required/);
		expect(page).toMatch(/<button class="first">Senden<\/button>/);
		expect(page).not.toContain('approved');
	});

	test('it fits a phone, and search engines stay away', () => {
		for (const page of [askingPage(approval), thankingPage(approval)]) {
			expect(page).toContain(
				'<meta name="viewport" content="width=device-width, initial-scale=1">',
			);
			expect(page).toContain('<meta name="robots" content="noindex, nofollow">');
		}
	});

	test('what is written from right to left stands on the right', () => {
		expect(askingPage({ ...approval, title: '', message: 'متى؟' })).toContain(
			'<main dir="auto"><p>',
		);
	});

	test('without a title there is no heading, and the window is named by the message', () => {
		const page = askingPage({ ...approval, title: '' });
		expect(page).not.toContain('<h1>');
		expect(page).toContain('<title>Shall we order?</title>');
	});

	test('after a response only the thanks', () => {
		expect(thankingPage(approval)).toContain('<p role="status">Danke</p>');
		expect(thankingPage(approval)).not.toContain('<form');
	});

	test('whatever the texts are, they stay texts', () => {
		const text = fc.oneof(
			fc.string({ unit: 'grapheme' }),
			fc.constantFrom(
				'<script>alert(1)</script>',
				'"><img src=x onerror=a>',
				"' onclick='a",
				'&lt;',
			),
		);
		fc.assert(
			fc.property(fc.record({ title: text, message: text, label: text }), (texts) => {
				const asked = { ...texts, approve: texts.label, decline: texts.label };
				const given = { ...asked, submit: texts.label, thanks: texts.message };
				const plain = { ...approval, title: texts.title === '' ? '' : 'x' };
				expect(tagsOf(askingPage(given))).toEqual(tagsOf(askingPage(plain)));
				expect(tagsOf(thankingPage(given))).toEqual(tagsOf(thankingPage(plain)));
				expect(askingPage(given)).not.toMatch(/onerror=a>|<script/);
			}),
		);
	});
});

describe('Send and Wait: what the form has sent', () => {
	test.each<[Asked, unknown, unknown]>([
		[approval, { approved: 'true' }, { approved: true }],
		[approval, { approved: 'false' }, { approved: false }],
		[approveOnly, { approved: 'true' }, { approved: true }],
		[approveOnly, { approved: 'false' }, undefined],
		[approval, { approved: true }, undefined],
		[approval, { approved: ['true', 'false'] }, undefined],
		[approval, { approved: 'TRUE' }, undefined],
		[approval, { text: 'yes' }, undefined],
		[freeText, { text: ' yes\r\nno ' }, { text: 'yes\nno' }],
		[freeText, { text: '\r\n ' }, undefined],
		[freeText, { text: ['a'] }, undefined],
		[freeText, { approved: 'true' }, undefined],
		[freeText, { text: 'x'.repeat(5_000) }, { text: 'x'.repeat(5_000) }],
		[freeText, { text: 'x'.repeat(5_001) }, undefined],
	])('%j: %j', (asked, body, expected) => {
		expect(readResponse(asked, body)).toEqual(expected);
	});

	test('anything else is no response, and harms nothing', () => {
		fc.assert(
			fc.property(fc.oneof(fc.anything(), fc.constant(undefined)), (body) => {
				const given = readResponse(approval, body);
				const { approved } = Object(body ?? {}) as { approved?: unknown };
				if (approved !== 'true' && approved !== 'false') expect(given).toBeUndefined();
			}),
		);
	});
});

describe('Send and Wait: its webhooks', () => {
	interface Called {
		/** Of the link that was opened. */
		q?: string;
		name?: string;
	}

	function called(method: string, body: unknown, { q = 'a1b2c3', name = 'Ask' }: Called = {}) {
		const headers: Record<string, string> = {};
		const answered: { status?: number; body?: string } = {};
		const response = {
			setHeader: (name: string, value: string) => (headers[name] = value),
			status(status: number) {
				answered.status = status;
				return this;
			},
			send: (page: string) => (answered.body = page),
		};
		const evaluated: string[] = [];
		const context = {
			getNode: () => ({ name }),
			getQueryData: () => ({ q, signature: '…' }),
			getRequestObject: () => ({ method }),
			getBodyData: () => body,
			getResponseObject: () => response,
			evaluateExpression(expression: string) {
				evaluated.push(expression);
				return { question: 'a1b2c3', asked: approval, sms: { uuid: '1' } };
			},
		} as unknown as IWebhookFunctions;
		return { headers, answered, evaluated, result: respond.call(context) };
	}

	test('GET shows the page, and n8n goes on waiting', async () => {
		const { result, answered, headers } = called('GET', { approved: 'true' });
		expect(await result).toEqual({ noWebhookResponse: true });
		expect(answered).toEqual({ status: 200, body: askingPage(approval) });
		expect(headers['Content-Security-Policy']).toMatch(/^sandbox allow-forms; default-src 'none';/);
		expect(headers['Referrer-Policy']).toBe('no-referrer');
		expect(headers['Cache-Control']).toBe('no-store');
	});

	test.each([
		['Ask', '"Ask"'],
		['Ask "me"', String.raw`"Ask \"me\""`],
		// n8n looks for the end of an expression in its strings as well.
		['{{ Ask }}', String.raw`"\u007b\u007b Ask \u007d\u007d"`],
	])('whatever the node is called: %s', async (name, quoted) => {
		const { result, evaluated } = called('GET', {}, { name });
		await result;
		expect(evaluated).toEqual([`{{ $(${quoted}).context["sendAndWait"] }}`]);
	});

	test.each(['GET', 'POST'])('%s with the link of another message gets nothing', async (method) => {
		const { result, answered } = called(method, { approved: 'true' }, { q: 'd4e5f6' });
		expect(await result).toEqual({ noWebhookResponse: true });
		expect(answered).toEqual({ status: 410, body: closedPage() });
		expect(closedPage()).not.toMatch(/<form|Shall we order/);
	});

	test('a POST that says nothing shows the page again', async () => {
		const { result, answered } = called('POST', { approved: 'perhaps' });
		expect(await result).toEqual({ noWebhookResponse: true });
		expect(answered).toEqual({ status: 400, body: askingPage(approval) });
	});

	test('a POST responds: the workflow goes on with it and the SMS', async () => {
		const { result, answered } = called('POST', { approved: 'false' });
		const { webhookResponse, workflowData } = await result;
		expect(answered).toEqual({});
		expect(webhookResponse).toBe(thankingPage(approval));
		const data = { approved: false, respondedAt: expect.stringMatching(/^\d{4}-.*Z$/) };
		expect(workflowData).toEqual([
			[{ json: { data, sms: { uuid: '1' } }, pairedItem: { item: 0 } }],
		]);
	});

	test('n8n serves them only while an execution waits', () => {
		expect(resumeWebhooks.map(({ httpMethod }) => httpMethod)).toEqual(['GET', 'POST']);
		for (const one of resumeWebhooks)
			expect(one).toMatchObject({ restartWebhook: true, isFullPath: true });
	});
});
