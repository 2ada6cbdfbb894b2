import type { Failure } from '../../shared/response/failure';

/** What the shared code needs to know about VoipNow's OAuth2 tokens. */
export interface OAuth2 {
	/** The credential type whose tokens can be renewed. */
	credentialType: string;

	/** Whether a request was refused because of its token rather than its content. */
	refusesToken(failure: Pick<Failure, 'status' | 'details'>): boolean;

	/** What to check if the service issues no token, in the editor's names. */
	refusedApp: string;
}

/**
 * Both spellings occur in the documentation; some responses carry no code (docs/api/voipnow.md,
 * "Errors").
 */
const TOKEN_REFUSED = new Set(['', 'access_denied', 'access_denided']);

export const oAuth2: OAuth2 = {
	credentialType: 'voipNowOAuth2Api',

	// The vendor's clients see 403 as well (docs/api/voipnow.md, "Access tokens"). A code of its own,
	// such as "pce_access_denied", is about one request and not about the token.
	refusesToken: ({ status, details }) =>
		(status === 401 || status === 403) && TOKEN_REFUSED.has(String(details?.code ?? '')),

	refusedApp:
		'Check Client ID (the App key) and Client Secret (the App secret) in the credential. For Client Credentials the app must be marked as trusted in VoipNow, under Unified Communications, Integrations, Apps.',
};
