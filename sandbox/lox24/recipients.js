'use strict';

/**
 * Numbers of a bulk and members of its groups; what is not E.164 gets no message.
 * @param {object} bulk
 * @param {object} state
 * @returns {{ phone: string, callback_data: string|null }[]}
 */
function recipientsOf(bulk, state) {
	const members = (bulk.msg_groups ?? []).flatMap((id) =>
		[...(state.phonesOfGroup.get(id) ?? [])].map((phone) => state.phones.get(phone)),
	);
	const numbers = (bulk.phones ?? []).map((phone) => ({ phone, callback_data: null }));
	return [...numbers, ...members].filter(({ phone }) => /^\+[1-9]\d{2,14}$/.test(phone));
}

module.exports = { recipientsOf };
