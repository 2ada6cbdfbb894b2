const assert = require('node:assert/strict');
const { givenExample, sentTo } = require('./given');

const PHONE = '+4917604069024';

/** What somebody does who tries the demo: the buttons of the sandbox's page, and the form. */
async function checkLivePages({ check }, demo, page) {
	demo.sandbox.reset();
	const published = await demo.publishExamples();
	const see = (text) => page.getByText(text).first().waitFor({ timeout: 60_000 });

	async function receive(text) {
		await page.fill('#receive [name=text]', text);
		await page.getByRole('button', { name: 'Receive an SMS' }).click();
	}

	await check(
		'sandbox page: its buttons start workflows, also after "Back to the start"',
		async () => {
			await page.goto(`${demo.sandbox.url}/_sandbox/`);
			await receive('Menu');
			await see('Today: oysters');
			await page.fill('#call [name=from]', '+491713920005');
			await page.getByRole('button', { name: 'Miss a call' }).click();
			await see('nobody could pick up');
			await page.getByRole('button', { name: 'Back to the start' }).click();
			await page.getByText('Today: oysters').first().waitFor({ state: 'detached' });
			await receive('Hours');
			await see('We are open Tuesday');
		},
	);

	await check('one-time code: the form in a browser', async () => {
		const { url } = published
			.flatMap(({ starts }) => starts)
			.find(({ type }) => /form/i.test(type));
		await page.goto(url);
		await page.getByLabel('Phone number').fill(PHONE);
		await page.getByRole('button', { name: 'Send me a code' }).click();
		const enter = async (code) => {
			await page.getByLabel('Code').fill(code);
			await page.getByRole('button', { name: 'Confirm' }).click();
		};
		await see('It has six digits');
		const [code] = /\d{6}/.exec(sentTo(demo, PHONE).at(-1).text);
		const isWrong = page.waitForEvent('load', { timeout: 60_000 });
		await enter(code === '000000' ? '000001' : '000000');
		await isWrong;
		await enter(code);
		await see('Your phone number is confirmed');
		const example = givenExample(demo, 'one-time-code');
		const [{ id }] = await demo.api.executions(example.id);
		const { data } = await example.ended(id);
		assert.equal(data.resultData.runData['Is it right?'].length, 2);
	});

	await demo.unpublishExamples();
	demo.sandbox.reset();
}

module.exports = { checkLivePages };
