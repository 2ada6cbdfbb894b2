import fc from 'fast-check';

import { withoutSecrets } from '../../nodes/shared/response/secrets';

const token = '123456:abcdef-0123456789';
const key = 'abcdef-0123456789';

/** All texts of a value, names of fields included. */
function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (Array.isArray(value)) return value.flatMap(textsIn);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, one]) => [name, ...textsIn(one)]);
}

describe('secrets: what the user gets to see has none of the credential', () => {
	const clean = <T>(value: T) => withoutSecrets({ token, baseUrl: 'https://api.lox24.eu' })(value);

	test.each([
		['the whole token', `X-Token: ${token}.`, 'X-Token: ….'],
		['its key alone', `key ${key}, wrong`, 'key …, wrong'],
		['each time it occurs', `${key} and ${key}`, '… and …'],
		['URL-encoded', `?token=${encodeURIComponent(token)}&a=1`, '?token=…&a=1'],
	])('%s', (_what, text, expected) => {
		expect(clean(text)).toBe(expected);
	});

	test('the client ID of a token is none', () => {
		expect(clean('client 123456')).toBe('client 123456');
	});

	test('the address is none', () => {
		expect(clean('https://api.lox24.eu')).toBe('https://api.lox24.eu');
	});

	test('in objects, lists and names of fields, on any level', () => {
		const value = { a: [{ b: `${key}!` }, 7, null, undefined, true], [token]: { c: [[token]] } };
		expect(clean(value)).toEqual({
			a: [{ b: '…!' }, 7, null, undefined, true],
			'…': { c: [['…']] },
		});
	});

	test('what JSON writes in another way is found as well', () => {
		for (const secret of ['quote"inside', 'line\nbreak', 'tab\tand\\back', 'ümläut€😀']) {
			const withIt = withoutSecrets({ apiKey: secret });
			expect(withIt([{ [`a${secret}`]: `<${secret}>` }])).toEqual([{ 'a…': '<…>' }]);
		}
	});

	test('what has no text in JSON is looked through all the same', () => {
		expect(clean({ a: 1n, b: `<${key}>` })).toEqual({ a: 1n, b: '<…>' });
	});

	test('what is given stays as it is', () => {
		const value = { a: [key] };
		clean(value);
		expect(value).toEqual({ a: [key] });
	});

	test.each([undefined, null, 0, 7, true, '', 'nothing to hide'])('%j has none', (value) => {
		expect(clean(value)).toBe(value);
	});

	test('special characters of regular expressions and replacements are plain characters', () => {
		for (const secret of ['a.c+(d)[e]*?', '$&$1$$$`', '^secret$|x', 'back\\slash\\d+']) {
			const withIt = withoutSecrets({ apiKey: secret });
			expect(withIt(`<${secret}>`)).toBe('<…>');
			expect(withIt('abcc(d)[e]xy')).toBe('abcc(d)[e]xy');
		}
	});

	test('as JSON writes it, inside of a text', () => {
		const secret = 'quote " and \\ and\nline';
		const withIt = withoutSecrets({ password: secret });
		expect(withIt(`it said ${JSON.stringify({ secret })}`)).toBe('it said {"secret":"…"}');
	});

	test('as a form or a proxy writes it', () => {
		const secret = "it's/a+(secret)";
		const withIt = withoutSecrets({ clientSecret: secret });
		expect(withIt(new URLSearchParams({ secret }).toString())).toBe('secret=…');
		expect(withIt(encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()))).toBe(
			'…',
		);
	});

	test('blanks around it are not part of it', () => {
		expect(withoutSecrets({ token: '  secret-token \n' })('(secret-token)')).toBe('(…)');
	});

	test('one that is part of another goes with it', () => {
		const both = withoutSecrets({ token: 'secret', otherToken: 'secret-and-more' });
		expect(both('a secret-and-more b secret c')).toBe('a … b … c');
	});

	test('a name in a field of several colons has several secrets', () => {
		const withIt = withoutSecrets({ token: 'client:first-part:second-part' });
		expect(withIt('first-part, second-part')).toBe('…, …');
	});

	describe('which fields are secret', () => {
		test.each([
			...['token', 'accessToken', 'webhookToken', 'clientSecret', 'password', 'apiKey', 'API_KEY'],
		])('%s is one', (name) => {
			expect(withoutSecrets({ [name]: 'something' })('something')).toBe('…');
		});

		test.each(['accessTokenUrl', 'tokenType', 'user', 'baseUrl', 'keyId'])('%s is none', (name) => {
			expect(withoutSecrets({ [name]: 'something' })('something')).toBe('something');
		});

		test('also those of the tokens that n8n keeps inside', () => {
			const credential = { oauthTokenData: { access_token: 'something', expires_in: 3600 } };
			expect(withoutSecrets(credential)('something 3600')).toBe('… 3600');
		});

		test('a text of five characters may be part of any word, one of six is a secret', () => {
			expect(withoutSecrets({ token: 'abcde' })('abcdef')).toBe('abcdef');
			expect(withoutSecrets({ token: 'abcdef' })('abcdefg')).toBe('…g');
			expect(withoutSecrets({ token: ' abcde ' })('abcde')).toBe('abcde');
		});

		test('what is no text is none', () => {
			const withIt = withoutSecrets({ token: 1234567, key: ['1234567'], secret: true });
			expect(withIt('1234567 true')).toBe('1234567 true');
		});
	});

	test('whatever the secret and wherever it is, nothing of it is left', () => {
		// Blanks around it would be cut off; what stands for it must not be part of it.
		const aSecret = fc
			.string({ minLength: 6, maxLength: 30, unit: 'binary' })
			.filter((text) => text.trim() === text && !text.includes('…') && !text.includes(':'));
		const forms = [
			(secret: string) => secret,
			(secret: string) => encodeURIComponent(secret),
			(secret: string) => JSON.stringify(secret).slice(1, -1),
		];
		const aText = fc.tuple(fc.string(), fc.constantFrom(...forms), fc.string());
		fc.assert(
			fc.property(aSecret, aText, fc.jsonValue(), (secret, [before, form, after], other) => {
				const text = `${before}${form(secret)}${after}`;
				const cleaned = withoutSecrets({ token: `client:${secret}` })({
					[text]: [other, { text }],
					other,
				});
				for (const one of textsIn(cleaned)) {
					for (const written of forms) expect(one).not.toContain(written(secret));
				}
			}),
		);
	});

	test('whatever has no secret stays as it is', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				fc.pre(!JSON.stringify(value).includes('secret'));
				expect(withoutSecrets({ token: 'my-secret' })(value)).toEqual(value);
			}),
		);
	});
});
