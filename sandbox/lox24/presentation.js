'use strict';

const PAGE_SIZE = 30;
const JSON_TYPE = 'application/json';
const LD_TYPE = 'application/ld+json';
const PDF_TYPE = 'application/pdf';
const CSV_TYPE = 'text/csv';

/**
 * Chooses the format of a response. Without a clear Accept the service's framework answers JSON-LD.
 * @param {string} [accept]
 * @returns {{ mediaType: string, warning?: string }}
 */
function negotiate(accept = '') {
	const types = accept.split(',').map((part) => part.split(';', 1)[0].trim().toLowerCase());
	const found = types.find((type) => type === JSON_TYPE || type === LD_TYPE);
	return found
		? { mediaType: found }
		: {
				mediaType: LD_TYPE,
				warning: `Accept "${accept}" names neither ${JSON_TYPE} nor ${LD_TYPE}`,
			};
}

/**
 * @param {string} type name of the resource, for JSON-LD
 * @param {string} path path of the object
 * @param {object} object
 * @param {number} [status]
 * @returns {(call: object) => object} makes the response in the format of the request
 */
function one(type, path, object, status = 200) {
	return ({ isLd }) => ({
		status,
		body: isLd
			? { '@context': `/contexts/${type}`, '@id': path, '@type': type, ...object }
			: { ...object },
	});
}

/**
 * A page of a list.
 * @param {string} type
 * @param {object[]} items all items that match
 * @param {(item: object) => string} pathOf
 * @param {{ prefix?: string, show?: (item: object) => object }} [more] some lists show the keys of the collection
 *   without `hydra:`, or a shorter form of each item
 * @returns {(call: object) => object}
 */
function page(type, items, pathOf, { prefix = 'hydra:', show = (item) => item } = {}) {
	return ({ isLd, path, rawQuery, query, lag }) => {
		const number = query.page ?? 1;
		const known = items.filter(lag.shows);
		const shown = known.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE).map(show);
		if (!isLd) return { status: 200, body: shown };
		const last = Math.max(1, Math.ceil(known.length / PAGE_SIZE));
		const link = (target) => {
			const parameters = new URLSearchParams(rawQuery);
			parameters.set('page', String(target));
			return `${path}?${parameters}`;
		};
		return {
			status: 200,
			body: {
				...collection(type, path, shown, pathOf, prefix),
				[`${prefix}totalItems`]: known.length,
				[`${prefix}view`]: {
					'@id': link(number),
					'@type': `${prefix}PartialCollectionView`,
					[`${prefix}first`]: link(1),
					[`${prefix}last`]: link(last),
					...(number > 1 && { [`${prefix}previous`]: link(number - 1) }),
					...(number < last && { [`${prefix}next`]: link(number + 1) }),
				},
			},
		};
	};
}

/**
 * A whole list, without totals: the documentation shows none for the numbers of a group.
 * @param {string} type
 * @param {object[]} items
 * @param {(item: object) => string} pathOf
 * @returns {(call: object) => object}
 */
function whole(type, items, pathOf) {
	return ({ isLd, path, lag }) => {
		const shown = items.filter(lag.shows);
		return { status: 200, body: isLd ? collection(type, path, shown, pathOf) : shown };
	};
}

function collection(type, path, items, pathOf, prefix = 'hydra:') {
	return {
		'@context': `/contexts/${type}`,
		'@id': path,
		'@type': `${prefix}Collection`,
		[`${prefix}member`]: items.map((item) => ({ '@id': pathOf(item), '@type': type, ...item })),
	};
}

/**
 * A document.
 * @param {Buffer|string} content
 * @param {string} fileName
 * @param {string} mediaType
 * @returns {() => object}
 */
const file = (content, fileName, mediaType) => () => ({
	status: 200,
	mediaType,
	headers: { 'content-disposition': `attachment; filename="${fileName}"` },
	body: content,
});

/** @returns {object} the response of a delete: no body */
const deleted = () => ({ status: 204 });

module.exports = {
	negotiate,
	one,
	page,
	whole,
	file,
	deleted,
	LD_TYPE,
	JSON_TYPE,
	PDF_TYPE,
	CSV_TYPE,
};
