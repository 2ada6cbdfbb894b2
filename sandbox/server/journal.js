'use strict';

const { maskHeaders, maskTarget } = require('./mask');

const LONGEST_BODY = 1024 * 1024;
const MOST_ENTRIES = 200_000;

/**
 * @typedef {object} JournalEntry
 * @property {number} id counts from 1 and goes on after a clear
 * @property {number} at milliseconds since 1970, real time
 * @property {'lox24'|'voipNow'} service
 * @property {string} method
 * @property {string} url the raw request target with its query
 * @property {string} path the raw path without the query
 * @property {string} query the raw query without the question mark
 * @property {Record<string, string|string[]>} headers
 * @property {string} body raw text; cut after 1,048,576 characters
 * @property {any} json the parsed body, undefined when it is empty or not JSON
 * @property {number|null} status of the response; null while there is none
 * @property {string} [operationId]
 * @property {string[]} warnings what a strict reader of the documentation would object to
 * @property {string} [fault] the kind of the fault that was asked for and met this request
 * @property {string[]} [contractErrors] what was wrong with the sandbox's own response
 * @property {number} inFlight requests being handled when this one arrived, itself included
 * @property {number} [duration] milliseconds until the response
 */

/** What arrived, in order, without secrets. */
function createJournal() {
	/** @type {JournalEntry[]} */
	let entries = [];
	let nextId = 1;

	return {
		/** @returns {JournalEntry[]} a copy of the list */
		entries: () => entries.slice(),
		/** @param {number} id @returns {JournalEntry[]} entries after this id */
		since(id) {
			const first = entries[0]?.id ?? nextId;
			return entries.slice(Math.max(0, id + 1 - first));
		},
		clear() {
			entries = [];
		},
		/**
		 * @param {{ service: JournalEntry['service'], method: string, url: string, path: string, query: string, headers: object, body: string, json: any, inFlight: number }} request
		 * @returns {JournalEntry} the entry, to be completed while the request is handled
		 */
		begin({ service, method, url, path, query, headers, body, json, inFlight }) {
			/** @type {JournalEntry} */
			const entry = {
				id: nextId++,
				at: Date.now(),
				service,
				method,
				url: maskTarget(url),
				path,
				query: maskTarget(query),
				headers: maskHeaders(headers),
				body: body.length > LONGEST_BODY ? body.slice(0, LONGEST_BODY) : body,
				json,
				status: null,
				operationId: undefined,
				warnings: [],
				inFlight,
			};
			entries.push(entry);
			if (entries.length > MOST_ENTRIES * 1.1) entries = entries.slice(-MOST_ENTRIES);
			return entry;
		},
	};
}

module.exports = { LONGEST_BODY, createJournal };
