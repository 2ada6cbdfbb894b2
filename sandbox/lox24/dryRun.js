'use strict';

/** One digit short of a UUID on purpose: the real service always returns this for a dry run. */
const DRY_RUN_UUID = '11111111-2222-3333-4444-55555555555';

module.exports = { DRY_RUN_UUID };
