/** What was refused, and what the user can do. */
export interface Explanation {
	title: string;
	nextStep: string;
}

export const INTERNAL: Explanation = {
	title: 'VoipNow could not process the request',
	nextStep:
		'This is a fault on the side of the phone system. If the request changes something, look up whether it was carried out before you run the node again.',
};

/**
 * All documented codes, in the names of the editor: where the service speaks of `id` and `type`, the
 * editor has Event ID and Event Type (docs/api/voipnow.md, "The update page and its
 * contradictions").
 */
const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
	pce_type_invalid: {
		title: 'VoipNow did not accept the Event Type',
		nextStep: 'Choose the type the event was created with; it cannot be changed later.',
	},
	pce_id_invalid: {
		title: 'VoipNow did not accept the Event ID',
		nextStep: 'Check the Event ID, and that the event belongs to this extension and Event Type.',
	},
	pce_method_invalid: {
		title: 'VoipNow did not accept the Method',
		nextStep: 'Choose GET (0) or POST (1).',
	},
	pce_note_invalid: {
		title: 'VoipNow did not accept the Note',
		nextStep: 'A note is a text of up to 1024 characters.',
	},
	pce_url_invalid: {
		title: 'VoipNow did not accept the URL',
		nextStep: 'Enter a complete URL with http:// or https://, special characters encoded.',
	},
	pce_status_invalid: {
		title: 'VoipNow did not accept the Status',
		nextStep: 'Choose Disabled (0) or Enabled (1).',
	},
	pc_phonecall_invalid: {
		title: 'VoipNow did not accept the Phone Call',
		nextStep:
			'The call may have ended, it may not be a call of this extension, or it is in a state in which this is not possible. "Get Many" shows the calls in progress.',
	},
	user_invalid: {
		title: 'VoipNow did not accept the User ID',
		nextStep: 'Use @me, @viewer, @owner or the number of an account.',
	},
	fields_invalid: {
		title: 'VoipNow did not accept the Fields',
		nextStep: 'Choose fields that this list has, or leave Fields empty for all of them.',
	},
	count_invalid: {
		title: 'VoipNow did not accept the number of entries or where they begin',
		nextStep:
			'It returns no entries beyond the 5000th of a list. Set a Limit, or narrow the list with Filters.',
	},
	filterby_invalid: {
		title: 'VoipNow did not accept the field of the Filter',
		nextStep: 'Choose another field under Filters, or remove the filter.',
	},
	filterop_invalid: {
		title: 'VoipNow did not accept the comparison of the Filter',
		nextStep: 'Choose another comparison under Filters, such as Equals.',
	},
	filtervalue_invalid: {
		title: 'VoipNow did not accept the value of the Filter',
		nextStep: 'Enter a value that fits the field and the comparison.',
	},
	sortorder_invalid: {
		title: 'VoipNow did not accept the Sort Order',
		nextStep: 'Remove Sort Order from Filters and sort the items with the Sort node.',
	},
	status_invalid: {
		title: 'VoipNow did not accept the Status',
		nextStep: 'Choose Logged Out (0), Online (1) or Paused (2).',
	},
	qag_agent_invalid: {
		title: 'VoipNow did not accept the Agent',
		nextStep: 'Choose an agent of this queue. "Get Many" shows them.',
	},
	cdr_start_date_invalid: {
		title: 'VoipNow did not accept the Start Date',
		nextStep: 'Enter a date and time such as 2026-11-21T09:30:00.',
	},
	cdr_end_date_invalid: {
		title: 'VoipNow did not accept the End Date',
		nextStep: 'Enter a date and time such as 2026-11-21T09:30:00.',
	},
	cdr_save_start_date_invalid: {
		title: 'VoipNow did not accept the Save Start Date',
		nextStep: 'Enter a date and time such as 2026-11-21T09:30:00.',
	},
	cdr_save_end_date_invalid: {
		title: 'VoipNow did not accept the Save End Date',
		nextStep: 'Enter a date and time such as 2026-11-21T09:30:00.',
	},
	cdr_invalid_date_parameters: {
		title: 'VoipNow did not accept the period',
		nextStep: 'The start has to be before the end.',
	},
	cdr_source_invalid: {
		title: 'VoipNow did not accept the Source',
		nextStep: 'Enter an extension such as 0003*210 or a phone number.',
	},
	cdr_destination_invalid: {
		title: 'VoipNow did not accept the Destination',
		nextStep: 'Enter an extension such as 0003*210 or a phone number.',
	},
	cdr_flow_invalid: {
		title: 'VoipNow did not accept the Flow',
		nextStep: 'Choose Local (2), Outgoing Public (4) or Incoming Public (8).',
	},
	cdr_disposition_invalid: {
		title: 'VoipNow did not accept the Disposition',
		nextStep: 'Choose one of the codes 0 to 5.',
	},
	cdr_invalid_filter_by_answered: {
		title: 'VoipNow did not accept the value of the Filter by Answered',
		nextStep: 'Enter a date and time such as 2026-11-21T09:30:00.',
	},
	cdr_invalid_filter_by_published: {
		title: 'VoipNow did not accept the value of the Filter by Published',
		nextStep: 'Enter a date and time such as 2026-11-21T09:30:00.',
	},
	cdr_invalid_filter_by_source: {
		title: 'VoipNow did not accept the value of the Filter by Source',
		nextStep: 'Enter an extension such as 0003*210 or a phone number.',
	},
	cdr_invalid_filter_by_destination: {
		title: 'VoipNow did not accept the value of the Filter by Destination',
		nextStep: 'Enter an extension such as 0003*210 or a phone number.',
	},
	fx_recipients_invalid: {
		title: 'VoipNow did not accept the Recipients',
		nextStep:
			'Check the numbers, and how many there are: a system takes five unless its administrator allows more.',
	},
	fx_file_invalid: {
		title: 'VoipNow did not accept a file',
		nextStep: 'Files are JPG, TIF, PDF or TXT and not empty.',
	},
	fx_max_files_reached: {
		title: 'VoipNow did not accept that many files',
		nextStep:
			'A system takes five unless its administrator allows more. Send several faxes, or put the pages into one file.',
	},
	invalid_client: {
		title: 'VoipNow refused the app',
		nextStep: 'Check App Key and App Secret in the credential.',
	},
	invalid_token: {
		title: 'VoipNow refused the access token',
		nextStep: 'Get a new one and enter it in the VoipNow credential. No further request was sent.',
	},
	pce_access_denied: {
		title: 'VoipNow does not let this account manage the call events of the extension',
		nextStep:
			'Use an app registered by the user who owns the extension, by the organization or by the administrator.',
	},
	access_denied: {
		title: 'VoipNow refused the access token',
		nextStep:
			'An access token expires after about an hour. Get a new one and enter it in the VoipNow credential. No further request was sent.',
	},
	request_not_implemented: {
		title: 'VoipNow does not know this operation',
		nextStep: 'This installation may be too old for it. Ask its administrator for the version.',
	},
	internal_server_error: INTERNAL,
};

/**
 * By code; some codes are spelled in two ways (docs/api/voipnow.md, "Errors" and "Disagreements
 * between sources").
 */
export const CODES: ReadonlyMap<string, Explanation> = new Map([
	...Object.entries(EXPLANATIONS),
	['access_denided', EXPLANATIONS.access_denied],
	['pcet_type_invalid', EXPLANATIONS.pce_type_invalid],
]);

/** Code for a status that came without one (docs/api/voipnow.md, "Errors"). */
export const STATUSES: ReadonlyMap<number, Explanation> = new Map([
	[401, EXPLANATIONS.access_denied],
	[403, EXPLANATIONS.access_denied],
	[
		404,
		{
			title: 'VoipNow does not know the address of this request (HTTP 404)',
			nextStep:
				'Check Host in the credential. The system may also be too old for this operation; ask its administrator for the version.',
		},
	],
	[
		409,
		{
			title: 'VoipNow refused the request because a limit is reached (HTTP 409)',
			nextStep: 'Try again later, or ask the administrator of the system for its limits.',
		},
	],
	[
		413,
		{
			title: 'The request is too large for VoipNow (HTTP 413)',
			nextStep: 'Send fewer or smaller files, or less text.',
		},
	],
	[
		429,
		{
			title: 'VoipNow got too many requests (HTTP 429)',
			nextStep: 'Try again later, and choose a lower Concurrency under Options.',
		},
	],
	[500, INTERNAL],
	[501, EXPLANATIONS.request_not_implemented],
]);
