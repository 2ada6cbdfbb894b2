'use strict';

/** Berlin numbers that the German regulator keeps free for films: nobody has them. */
const LANDLINE = /^\+493023125\d{3}$/;

/**
 * Stands in for telephones that take calls and no text messages.
 * @param {string} phone E.164
 * @returns {boolean}
 */
const isLandline = (phone) => LANDLINE.test(phone);

module.exports = { isLandline };
