import { keptFromModel } from '../../../shared/response/forModel';

/**
 * Whoever knows the URL of a call event can report calls that never happened: only the secret in it
 * distinguishes VoipNow's requests (docs/api/voipnow.md, "Transport of a call event").
 */
export const { option: showUrl, keep: keepUrl } = keptFromModel(
	{
		displayName: 'Show Whole URL to AI Agent',
		name: 'showUrl',
		description:
			'Whether an AI agent that uses this node as a tool may read more of the URL than its host. Whoever knows the whole URL can report calls that never happened.',
	},
	(event) => (typeof event.url === 'string' ? { ...event, url: hostOf(event.url) } : event),
);

function hostOf(url: string): string {
	const { origin } = URL.canParse(url) ? new URL(url) : { origin: '' };
	return `${origin}/…`;
}
