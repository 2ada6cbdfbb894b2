import { CODES, type Explanation } from './errorCodes';

/**
 * What a code means for requests with this path, where it means something else for others. The
 * codes of call actions are not documented apart from `pc_phonecall_invalid` (docs/api/voipnow.md,
 * "Not established").
 *
 * @returns nothing when the code means the same everywhere
 */
export function explainByPath(code: string, path: string): Explanation | undefined {
	if (code === 'extension_invalid') return extensionInvalid(path);
	const isAboutCall = path.startsWith('/phoneCalls/') && code.startsWith('pc_');
	if (isAboutCall && code !== 'pc_phonecall_invalid') return callInvalid(code);
	return MEANINGS.find(([pattern, one]) => one === code && pattern.test(path))?.[2];
}

function callInvalid(code: string): Explanation {
	return {
		title: `VoipNow did not accept the request for the phone call (${code})`,
		nextStep:
			'Check the numbers and the other fields, and that the call is in a state in which this is possible. "Get Many" shows the calls in progress.',
	};
}

/** Codes with a different meaning in some paths. */
const MEANINGS: ReadonlyArray<[path: RegExp, code: string, meaning: Explanation]> = [
	[/\/phoneCallEvents/, 'status_invalid', CODES.get('pce_status_invalid')!],
	[
		/^\/cdr(\/|$)/,
		'user_invalid',
		{
			title: 'VoipNow did not accept the User ID',
			nextStep: 'Use @me for the account of the credential, or the number of an account.',
		},
	],
];

/** What each operation requires of an extension, by its path; the first match counts. */
const EXTENSIONS: ReadonlyArray<[path: RegExp, needed: string]> = [
	[
		/^\/phoneCalls\//,
		'is of the right type: a phone for calls, a callback extension for callbacks, a conference for invitations.',
	],
	[/\/presence$/, 'is a phone terminal; "@self" stands for all of them, but not with @owner.'],
	[/\/queue\/agents/, 'is a queue; "@self" is not possible.'],
	[/^\/faxes\//, 'is a phone terminal that may send faxes; "@self" is not possible.'],
	[
		/\/phoneCallEvents/,
		'is of the right type: phone terminals, queues, conferences and IVRs can have call events; "@self" is not possible.',
	],
];

/** One code for every problem with an extension. */
function extensionInvalid(path: string): Explanation {
	const [, needed] = EXTENSIONS.find(([pattern]) => pattern.test(path)) ?? [];
	return {
		title: 'VoipNow did not accept the Extension',
		nextStep: `Check that the extension exists, belongs to the user${needed ? ` and ${needed}` : '.'}`,
	};
}
