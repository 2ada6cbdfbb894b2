'use strict';

/** Meaning of the codes, in our own words; clients should match only the code. */
const MESSAGES = {
	access_denied: 'The access token is missing, wrong or expired.',
	user_invalid: 'The user in the path does not exist.',
	extension_invalid:
		'The extension in the path does not exist, has the wrong type, or is @self where that is not allowed.',
	pce_type_invalid: 'The type is missing or not one of the known event types.',
	pcet_type_invalid: 'The type is missing or not one of the known event types.',
	pce_id_invalid: 'The id is not that of an existing event.',
	pce_method_invalid: 'The method must be 0 for GET or 1 for POST.',
	pce_note_invalid: 'The note must be a text of up to 1024 characters.',
	pce_url_invalid: 'The url must be a valid HTTP URL.',
	pce_status_invalid: 'The status must be 0 for disabled or 1 for enabled.',
	pce_access_denied: 'You may not manage the call events of this extension.',
	fields_invalid: 'The fields parameter names an unknown field.',
	count_invalid: 'The count must be between 1 and 5000.',
	filterby_invalid: 'The filterBy parameter names an unknown field.',
	filterop_invalid: 'The filterOp parameter is not a known comparison.',
	filtervalue_invalid: 'The filterValue parameter is missing or not valid.',
	sortorder_invalid: 'The sortOrder parameter is not a known direction.',
	pc_phonecall_invalid: 'There is no such call in progress, or it is in no state for this.',
	// Our own: the codes for the other fields of a call are not known.
	pc_parameter_invalid: 'A field of the call is missing or not valid.',
	status_invalid: 'The status must be 0 for logged out, 1 for online or 2 for paused.',
	qag_agent_invalid: 'There is no such agent in the queue.',
	cdr_start_date_invalid: 'The startDate is not an ISO 8601 date.',
	cdr_end_date_invalid: 'The endDate is not an ISO 8601 date.',
	cdr_source_invalid: 'The source is not a number.',
	cdr_destination_invalid: 'The destination is not a number.',
	cdr_flow_invalid: 'The flow must be 2, 4 or 8.',
	cdr_disposition_invalid: 'The disposition must be a number from 0 to 5.',
	cdr_save_start_date_invalid: 'The saveStartDate is not an ISO 8601 date.',
	cdr_save_end_date_invalid: 'The saveEndDate is not an ISO 8601 date.',
	cdr_invalid_date_parameters: 'The range starts after it ends.',
	cdr_invalid_filter_by_answered: 'The filterValue is not an ISO 8601 date.',
	cdr_invalid_filter_by_published: 'The filterValue is not an ISO 8601 date.',
	cdr_invalid_filter_by_source: 'The filterValue is not a number.',
	cdr_invalid_filter_by_destination: 'The filterValue is not a number.',
	fx_recipients_invalid: 'The recipients must be one to five numbers.',
	fx_file_invalid: 'The files must be of type jpg, tif, pdf or txt, and not empty.',
	fx_max_files_reached: 'There are more than five files.',
	internal_server_error: 'The server failed.',
	request_not_implemented: 'There is no such operation.',
};

/**
 * A response that is not a success. Handlers throw it.
 * @typedef {keyof typeof MESSAGES} Code
 */
class Failure extends Error {
	/**
	 * @param {Code} code
	 * @param {number} [status] HTTP status
	 */
	constructor(code, status = 400) {
		super(MESSAGES[code]);
		this.code = code;
		this.status = status;
	}

	/** @returns {{ error: { code: string, message: string } }} */
	toJson() {
		return { error: { code: this.code, message: this.message } };
	}
}

/**
 * Order in which problems of one request are reported, and their codes.
 * @type {[string, Code][]}
 */
const CODE_OF_PLACE = [
	['path userId', 'user_invalid'],
	['path extension', 'extension_invalid'],
	['path eventType', 'pce_type_invalid'],
	['path eventId', 'pce_id_invalid'],
	['path phoneCallId', 'pc_phonecall_invalid'],
	['path agent', 'qag_agent_invalid'],
	['query fields', 'fields_invalid'],
	['query count', 'count_invalid'],
	// No code is documented for a wrong start.
	['query startIndex', 'count_invalid'],
	['query filterBy', 'filterby_invalid'],
	['query filterOp', 'filterop_invalid'],
	['query filterValue', 'filtervalue_invalid'],
	['query sortOrder', 'sortorder_invalid'],
	['query startDate', 'cdr_start_date_invalid'],
	['query endDate', 'cdr_end_date_invalid'],
	['query saveStartDate', 'cdr_save_start_date_invalid'],
	['query saveEndDate', 'cdr_save_end_date_invalid'],
	['query source', 'cdr_source_invalid'],
	['query destination', 'cdr_destination_invalid'],
	['query flow', 'cdr_flow_invalid'],
	['query disposition', 'cdr_disposition_invalid'],
];

/**
 * Codes for the fields of a body by resource, in the order of their report; the last one is for the rest.
 * @type {Record<string, [string, Code][]>}
 */
const CODES_OF_BODY = {
	phoneCallEvents: [
		// The page of create spells this one differently from the page of update.
		['type', 'pcet_type_invalid'],
		['method', 'pce_method_invalid'],
		['note', 'pce_note_invalid'],
		['url', 'pce_url_invalid'],
		['status', 'pce_status_invalid'],
		// A body that is missing or no object: no code is documented, the first field is as good as any.
		['', 'pce_method_invalid'],
	],
	phoneCalls: [
		['extension', 'extension_invalid'],
		['', 'pc_parameter_invalid'],
	],
	queueAgents: [['', 'status_invalid']],
	faxes: [
		['recipients', 'fx_recipients_invalid'],
		['files', 'fx_file_invalid'],
		['', 'fx_recipients_invalid'],
	],
};

/**
 * @param {import('../contract/requestChecker').RequestFault[]} faults
 * @param {string} operationId
 * @returns {Failure} the one the service would report first
 */
function failureOf(faults, operationId) {
	const places = new Set(faults.map((fault) => `${fault.in} ${fault.field}`));
	const found = CODE_OF_PLACE.find(([place]) => places.has(place));
	if (found) return new Failure(found[1]);
	const codes = CODES_OF_BODY[operationId.split('.')[0]] ?? [['', 'fields_invalid']];
	const [, code] = codes.find(([field]) => field === '' || places.has(`body ${field}`));
	return new Failure(code);
}

module.exports = { Failure, failureOf };
