/**
 * Asks LOX24 for JSON-LD, which gives lists a total; plain JSON is a bare array (reference,
 * section 2.4).
 */
export const JSON_LD = 'application/ld+json';
