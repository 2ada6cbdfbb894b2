const assert = require('node:assert/strict');
const { successOf } = require('../successOf');
const { empty, givenExample, sentTo, until } = require('./given');

const MOBILE = '+4917604069024';
const LANDLINE = '+493023125042';

/** The form of the one-time code, as a browser fills it in. */
async function checkOneTimeCode({ check }, demo, formUrl) {
	const example = givenExample(demo, 'one-time-code');
	const newest = async () => (await demo.api.executions(example.id))[0]?.id;
	/** @returns {Promise<any>} */
	const post = async (url, value) => {
		const body = new FormData();
		body.set('field-0', value);
		const response = await fetch(url, { method: 'POST', body });
		assert.equal(response.status, 200);
		return await response.json().catch(() => ({}));
	};
	/** What a browser asks for until there is a page. */
	async function statusOf(url) {
		const { origin, pathname, search } = new URL(url);
		return await (await fetch(`${origin}${pathname}/n8n-execution-status${search}`)).text();
	}
	/** Waits until the page behind the address has this text. */
	const page = (url, text) =>
		until(`the page with "${text}"`, async () => {
			if (!['form-waiting', 'success'].includes(await statusOf(url))) return false;
			return (await (await fetch(url)).text()).includes(text);
		});

	/** The last page reports automatically that it was shown, and the execution ends. */
	async function lastPage(url, text) {
		await page(url, text);
		await fetch(url, { method: 'POST' });
	}

	/** @returns the address of the next pages, and the execution */
	async function enterNumber(number) {
		await empty(demo);
		assert.match(await (await fetch(formUrl)).text(), /confirm your phone number/);
		const before = await newest();
		const { formWaitingUrl } = await post(formUrl, number);
		const id = await until('it starts', async () => {
			const found = await newest();
			return found !== before && found;
		});
		return { url: formWaitingUrl, id };
	}

	async function enterCode(url, code) {
		await page(url, 'It has six digits');
		await post(url, code);
	}

	const codeTo = (number) => /\d{6}/.exec(sentTo(demo, number).at(-1).text)[0];
	const wrong = (code) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

	await check('one-time-code.json: a wrong code, then the right one', async () => {
		const { url, id } = await enterNumber(MOBILE);
		await page(url, 'It has six digits');
		const code = codeTo(MOBILE);
		await enterCode(url, wrong(code));
		await enterCode(url, ` ${code.slice(0, 3)} ${code.slice(3)}`);
		await lastPage(url, 'Your phone number is confirmed');
		const execution = await example.ended(id);
		assert.deepEqual(successOf(execution, 'Number confirmed'), [{ phone: MOBILE, by: 'SMS' }]);
		example.assertWire();
	});

	await check('one-time-code.json: after three wrong codes no more', async () => {
		const { url, id } = await enterNumber(MOBILE);
		await page(url, 'It has six digits');
		const code = codeTo(MOBILE);
		for (let tries = 0; tries < 3; tries++) await enterCode(url, wrong(code));
		await lastPage(url, 'The code was not right');
		const execution = await example.ended(id);
		assert.deepEqual(successOf(execution, 'Number confirmed'), []);
		assert.equal(execution.data.resultData.runData['Enter the code'].length, 3);
	});

	await check('one-time-code.json: a landline gets a call with the same code', async () => {
		const { url, id } = await enterNumber(LANDLINE);
		await page(url, 'It has six digits');
		const code = codeTo(LANDLINE);
		const said = sentTo(demo, LANDLINE).map(({ service_code, text }) => [
			service_code,
			text.includes(code),
		]);
		assert.deepEqual(said, [
			['direct', true],
			['text2speech', true],
		]);
		await enterCode(url, code);
		await lastPage(url, 'Your phone number is confirmed');
		const execution = await example.ended(id);
		assert.deepEqual(successOf(execution, 'Number confirmed'), [{ phone: LANDLINE, by: 'call' }]);
	});

	await check('one-time-code.json: a number that is none gets no code', async () => {
		const { url, id } = await enterNumber('ask Peter');
		await lastPage(url, 'We could not send a code');
		await example.ended(id);
		assert.deepEqual(demo.sandbox.journal.entries(), []);
	});
}

module.exports = { checkOneTimeCode };
