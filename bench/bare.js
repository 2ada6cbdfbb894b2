/*
 * The same 100 batch requests from a bare loop: what the network and the service alone cost.
 *
 *   node bench/bare.js URL TOKEN GROUP CONTACTS BATCH CONCURRENCY
 */
const { Pool } = require('undici');
const { contact } = require('./nodes/contact');
const { begin, end } = require('./nodes/meter');

async function main() {
	const [url, token, group, contacts, batch, concurrency] = process.argv.slice(2);
	const pool = new Pool(url, { connections: Number(concurrency) });
	const phones = Array.from({ length: Number(contacts) }, (_, index) => contact(index));
	const batches = [];
	for (let at = 0; at < phones.length; at += Number(batch)) {
		batches.push(phones.slice(at, at + Number(batch)));
	}

	begin();
	let items = 0;
	const work = async () => {
		for (let next = batches.pop(); next; next = batches.pop()) {
			const { statusCode, body } = await pool.request({
				method: 'POST',
				path: `/groups/${group}/phones/batch`,
				headers: { 'Content-Type': 'application/json', 'X-LOX24-AUTH-TOKEN': token },
				body: JSON.stringify(next),
			});
			const response = await body.json();
			if (statusCode !== 201) throw new Error(`${statusCode} ${JSON.stringify(response)}`);
			items += next.length;
		}
	};
	await Promise.all(Array.from({ length: Number(concurrency) }, work));
	console.log(JSON.stringify({ ...end(), items, failed: 0 }));
	await pool.close();
}

void main();
