import fc from 'fast-check';

import { isAllowed, readAllowlist } from '../../nodes/shared/webhook/allowlist';

test.each([
	['', '192.0.2.1', true],
	['  ', undefined, true],
	['192.0.2.1', '192.0.2.1', true],
	['192.0.2.1', '192.0.2.10', false],
	['198.51.100.7, 192.0.2.1', '192.0.2.1', true],
	['192.0.2.0/24', '192.0.2.255', true],
	['192.0.2.0/24', '192.0.3.0', false],
	['192.0.2.77/24', '192.0.2.1', true],
	['0.0.0.0/0', '203.0.113.9', true],
	['0.0.0.0/0', '2001:db8::1', false],
	['192.0.2.1/32', '192.0.2.1', true],
	['192.0.2.1', '::ffff:192.0.2.1', true],
	['192.0.2.1', '::ffff:c000:201', true],
	['::ffff:192.0.2.1', '192.0.2.1', true],
	['2001:db8::1', '2001:0DB8:0:0:0:0:0:1', true],
	['2001:db8::/32', '2001:db8:ffff::9', true],
	['2001:db8::/32', '2001:db9::', false],
	['::1', '::1', true],
	[['192.0.2.1', '192.0.2.2'], '192.0.2.2', true],
	// What cannot be read lets nobody in.
	['192.0.2.0/33', '192.0.2.1', false],
	['192.0.2.0/', '192.0.2.1', false],
	['192.0.2', '192.0.2.0', false],
	['192.0.02.1', '192.0.2.1', false],
	['1:2:3:4:5:6:7:8:9', '1:2:3:4:5:6:7:8', false],
	['*', '192.0.2.1', false],
	[', ,', '192.0.2.1', false],
	[undefined, '192.0.2.1', false],
	[{}, '192.0.2.1', false],
	['192.0.2.1', undefined, false],
	['192.0.2.1', ['192.0.2.1'], false],
])('list %j, caller %j: %s', (list, ip, expected) => {
	expect(isAllowed(list, ip)).toBe(expected);
});

test('says what it cannot read', () => {
	expect(readAllowlist('192.0.2.1, here 10.0.0.0/8').unreadable).toEqual(['here']);
	expect(readAllowlist({ a: 1 }).unreadable).toEqual(['{"a":1}']);
});

const bytes = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));
const bitsOf = (address: number[]) =>
	address.map((byte) => byte.toString(2).padStart(8, '0')).join('');

test('a range has the addresses that begin like it, and no others', () => {
	fc.assert(
		fc.property(bytes, bytes, fc.nat(32), (one, other, prefix) => {
			const begins = bitsOf(other).startsWith(bitsOf(one).slice(0, prefix));
			const list = `${one.join('.')}/${prefix}`;
			expect(isAllowed(list, other.join('.'))).toBe(begins);
			expect(isAllowed(list, `::ffff:${other.join('.')}`)).toBe(begins);
		}),
	);
});

test('each address in all forms is on its own list', () => {
	fc.assert(
		fc.property(fc.ipV6(), (address) => {
			expect(isAllowed(address, address)).toBe(true);
			expect(isAllowed(`${address}/128`, address.toUpperCase())).toBe(true);
		}),
	);
});

test('no list and no caller breaks it', () => {
	fc.assert(
		fc.property(fc.jsonValue(), fc.oneof(fc.string(), fc.jsonValue()), (list, ip) => {
			const isOpen = typeof list === 'string' && list.trim() === '';
			if (!isOpen && typeof ip !== 'string') expect(isAllowed(list, ip)).toBe(false);
			expect(typeof isAllowed(list, ip)).toBe('boolean');
		}),
	);
});
