'use strict';

const { randomBytes } = require('node:crypto');
const { APPS, TOKENS } = require('../state/tokens');
const { fieldsOfForm } = require('./forms');

/** Seconds a code can be exchanged (docs/api/voipnow.md, "Authorization code"). */
const LIFE_OF_CODE = 600;
const GRANTS = {
	client_credentials: byCredentials,
	authorization_code: byCode,
	refresh_token: byRefreshToken,
};

/** A refusal in the form of OAuth, where `error` is a text. */
class OAuthFailure extends Error {
	/** @param {string} code @param {string} description @param {number} [status] HTTP status */
	constructor(code, description, status = 400) {
		super(description);
		this.code = code;
		this.status = status;
	}
}

/**
 * Codes and tokens of VoipNow. They are not part of the state, which anyone may read.
 * @param {{ clock: object, settings: object }} sandbox
 * @returns {{ handlers: Record<string, Function>, accepts(token: string): boolean, clear(): void }}
 */
function createOAuth({ clock, settings }) {
	const memory = { codes: new Map(), tokens: new Map(), refreshTokens: new Map() };
	const now = () => clock.exact();
	const answered = (work) => (request, entry) => {
		try {
			return work(request, entry);
		} catch (error) {
			if (!(error instanceof OAuthFailure)) throw error;
			return {
				status: error.status,
				body: { error: error.code, error_description: error.message },
			};
		}
	};

	function token(request, entry) {
		const fields = fieldsOfForm(request);
		if (request.headers.authorization)
			entry.warnings.push(
				'key and secret belong into the body; the Authorization header is ignored',
			);
		if (!fields.grant_type)
			throw new OAuthFailure('invalid_request', 'grant_type is missing, or the body is no form');
		const grant = GRANTS[fields.grant_type];
		if (!grant) throw new OAuthFailure('unsupported_grant_type', 'This grant type is not known');
		const app = Object.values(APPS).find(({ key }) => key === fields.client_id);
		if (!app || app.secret !== fields.client_secret)
			throw new OAuthFailure('invalid_client', 'The App key or the App secret is wrong', 401);
		const { refreshable } = grant({ app, fields, memory, now: now(), entry });

		const life = settings.voipNowTokenLife;
		const access = randomBytes(24).toString('hex');
		memory.tokens.set(access, now() + life);
		const refresh = refreshable && randomBytes(24).toString('hex');
		if (refresh) memory.refreshTokens.set(refresh, app.key);
		return {
			status: 200,
			body: {
				access_token: access,
				expires_in: Math.round(life),
				...(settings.voipNowTokenResponse === 'full' && { token_type: 'Bearer' }),
				...(refresh && { refresh_token: refresh }),
			},
		};
	}

	function authorize(fields, entry) {
		const app = Object.values(APPS).find(({ key }) => key === fields.client_id);
		if (!app) throw new OAuthFailure('invalid_client', 'There is no app with this key');
		if (!URL.canParse(fields.redirect_uri ?? ''))
			throw new OAuthFailure('invalid_request', 'redirect_uri is missing or no address');
		if ((fields.state ?? '').length < 16)
			entry.warnings.push('state is missing or shorter than 16 characters');
		const back = new URL(fields.redirect_uri);
		if (back.protocol !== 'https:' && !['localhost', '127.0.0.1'].includes(back.hostname))
			entry.warnings.push('redirect_uri is not https');
		if (fields.response_type !== 'code')
			back.searchParams.set('error', 'unsupported_response_type');
		else if (settings.voipNowConsent === 'refuse') back.searchParams.set('error', 'access_denied');
		else {
			const code = randomBytes(16).toString('hex');
			memory.codes.set(code, {
				key: app.key,
				redirectUri: fields.redirect_uri,
				until: now() + LIFE_OF_CODE,
			});
			back.searchParams.set('code', code);
		}
		if (fields.state !== undefined) back.searchParams.set('state', fields.state);
		return { status: 302, headers: { location: back.href } };
	}

	return {
		handlers: {
			'oauth.token': answered(token),
			'oauth.authorize': answered((request, entry) => authorize(request.query, entry)),
			'oauth.authorizeForm': answered((request, entry) => authorize(fieldsOfForm(request), entry)),
		},
		accepts: (access) =>
			access === TOKENS.voipNow || (memory.tokens.get(access) ?? -Infinity) > now(),
		clear() {
			for (const part of Object.values(memory)) part.clear();
		},
	};
}

function byCredentials({ app, fields, entry }) {
	if (app !== APPS.trusted)
		throw new OAuthFailure('unauthorized_client', 'This app is not flagged as trusted');
	if (!fields.redirect_uri)
		entry.warnings.push('redirect_uri is missing; every known client sends one');
	return { refreshable: false };
}

function byCode({ app, fields, memory, now }) {
	const code = memory.codes.get(fields.code);
	memory.codes.delete(fields.code);
	if (!code || code.key !== app.key || code.until <= now)
		throw new OAuthFailure('invalid_grant', 'The code is unknown, used or expired');
	if (code.redirectUri !== fields.redirect_uri)
		throw new OAuthFailure('invalid_grant', 'redirect_uri is not that of the authorization');
	return { refreshable: true };
}

function byRefreshToken({ app, fields, memory }) {
	if (memory.refreshTokens.get(fields.refresh_token) !== app.key)
		throw new OAuthFailure('invalid_grant', 'The refresh token is unknown');
	return { refreshable: true };
}

module.exports = { createOAuth };
