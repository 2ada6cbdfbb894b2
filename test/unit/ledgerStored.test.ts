import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { type Ledger, receiversHash } from '../../nodes/shared/send/ledger';
import { failed, fromDatabase, givenLedger as open, itemsOf, toDatabase } from './given';

const part = { key: '0', to: '12345678' };

describe('ledger: what n8n has to store', () => {
	/** As LOX24 answers to a message. */
	const sms = (index: number) => ({
		uuid: `da0fa78c-4699-11ea-a637-96${String(index).padStart(10, '0')}`,
		sender_id: 'MyShop',
		text: 'Your appointment is tomorrow at 9. Reply STOP to end these messages.',
		phone: `+49151${String(index).padStart(8, '0')}`,
		delivery_at: 0,
		is_unicode: false,
		callback_data: `n8n-${'0123456789abcdef'.repeat(2)}`,
		voice_lang: 'EN',
		created_at: 1_767_268_800,
		is_sent: false,
		price: 0.069,
		parts: 1,
	});

	/** Characters that each of a thousand items adds to the execution. */
	function addedBy(toLedger: (ledger: Ledger, index: number) => void): number {
		const store = {};
		const ledger = open(store, { execution: '1234567890' });
		const before = toDatabase(store).length;
		for (let index = 0; index < 1000; index++) toLedger(ledger, index);
		return (toDatabase(store).length - before) / 1000;
	}

	const partOf = (index: number) => ({ key: String(index), to: receiversHash(index) });

	test('an item that is on its way adds at most 40 bytes', () => {
		expect(addedBy((ledger, index) => ledger.open(partOf(index)))).toBeLessThanOrEqual(40);
	});

	test('an item that is done adds at most 100 bytes beside its result', () => {
		const added = addedBy((ledger, index) => ledger.done(partOf(index), itemsOf(sms(index))));
		expect(added - JSON.stringify(sms(0)).length).toBeLessThanOrEqual(100);
	});

	test('of a long result only short simple values stay', () => {
		const ledger = open({});
		const limits = { id: 7, fits: 'x'.repeat(100), isOn: false };
		const long = { ...limits, tooLong: 'x'.repeat(101), list: [1], text: 'y'.repeat(1500) };
		ledger.done(part, itemsOf(long));
		expect(ledger.recall(part)).toEqual({ items: itemsOf(limits) });
	});

	test('a result of 1500 characters stays whole, and one more is too long', () => {
		const ledger = open({});
		const bare = JSON.stringify({ text: '', list: [] }).length;
		const fits = { text: 'x'.repeat(1500 - bare), list: [] };
		ledger.done(part, itemsOf(fits));
		expect(ledger.recall(part)).toEqual({ items: itemsOf(fits) });
		ledger.done(part, itemsOf({ ...fits, text: `${fits.text}x` }));
		expect(ledger.recall(part)).toEqual({ items: itemsOf({}) });
	});

	test('whatever was done or left unsure is the same after it was stored', () => {
		const aJson = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 });
		const aKey = fc.oneof(fc.nat().map(String), fc.string());
		fc.assert(
			fc.property(fc.array(aJson, { maxLength: 2 }), aKey, fc.json(), (jsons, key, to) => {
				fc.pre(jsons.every((json) => JSON.stringify(json).length <= 1500));
				const store = {};
				const ledger = open(store);
				const one = { key: `done ${key}`, to: receiversHash(to) };
				const two = { key: `unsure ${key}`, to: receiversHash(to) };
				const { failure } = failed({ message: key, details: { jsons } });
				ledger.done(one, itemsOf(...(jsons as IDataObject[])));
				ledger.unsure(two, failure);
				const read = open(fromDatabase(toDatabase(store)));
				const asStored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
				expect(read.recall(one)).toEqual({ items: asStored(jsons.map((json) => ({ json }))) });
				expect(read.recall(two)).toMatchObject({
					failure: { message: key, details: asStored({ jsons }) },
				});
			}),
		);
	});

	test('receivers have the same short name only if they are the same', () => {
		const aReceiver = fc.oneof(fc.string(), fc.integer(), fc.constant(undefined));
		const aName = (one: unknown) => JSON.stringify(one) ?? 'nobody';
		fc.assert(
			fc.property(fc.array(aReceiver), fc.array(aReceiver), (one, two) => {
				expect(receiversHash(one)).toHaveLength(8);
				const isSame = String(one.map(aName).sort()) === String(two.map(aName).sort());
				expect(receiversHash(one) === receiversHash(two)).toBe(isSame);
			}),
		);
	});

	test('whoever comes first in a list makes no difference', () => {
		expect(receiversHash(['+491', '+492'])).toBe(receiversHash(['+492', '+491']));
		expect(receiversHash(['+491', '+492'])).not.toBe(receiversHash(['+491', '+491']));
	});

	test('whoever comes first in a list inside makes no difference either', () => {
		const of = (...phones: string[]) => receiversHash(['/bulks', [phones, undefined]]);
		expect(of('+491', '+492')).toBe(of('+492', '+491'));
	});
});
