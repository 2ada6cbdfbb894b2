'use strict';

/** What the codes mean, in our own words; clients should match the code only. */
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
	internal_server_error: 'The server failed.',
	request_not_implemented: 'There is no such operation.',
};

/** An answer that is not a success. Handlers throw it. */
class Failure extends Error {
	/**
	 * @param {keyof MESSAGES} code
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

/** Order in which problems of one request are reported, and their codes. */
const CODE_OF_PLACE = [
	['path userId', 'user_invalid'],
	['path extension', 'extension_invalid'],
	['path eventType', 'pce_type_invalid'],
	['path eventId', 'pce_id_invalid'],
	['query fields', 'fields_invalid'],
	['query count', 'count_invalid'],
	// No code is documented for a wrong start.
	['query startIndex', 'count_invalid'],
	['query filterBy', 'filterby_invalid'],
	['query filterOp', 'filterop_invalid'],
	['query filterValue', 'filtervalue_invalid'],
	['query sortOrder', 'sortorder_invalid'],
	// The page of create spells this one differently from the page of update.
	['body type', 'pcet_type_invalid'],
	['body method', 'pce_method_invalid'],
	['body note', 'pce_note_invalid'],
	['body url', 'pce_url_invalid'],
	['body status', 'pce_status_invalid'],
];

/**
 * @param {import('../contract/requestChecker').RequestFault[]} faults
 * @returns {Failure} the one the service would report first
 */
function failureOf(faults) {
	const places = new Set(faults.map((fault) => `${fault.in} ${fault.field}`));
	const found = CODE_OF_PLACE.find(([place]) => places.has(place));
	// A body that is missing or no object: no code is documented, the first field is as good as any.
	return new Failure(found?.[1] ?? 'pce_method_invalid');
}

module.exports = { Failure, failureOf };
