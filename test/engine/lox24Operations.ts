import { accounting } from './lox24Operations/accounting';
import { checks } from './lox24Operations/checks';
import { contacts } from './lox24Operations/contacts';
import { links } from './lox24Operations/links';
import { messages } from './lox24Operations/messages';
import type { OperationCase } from './operationMatrix';

/** All operations but those of the five pages, which are in requests.test.ts. */
export const lox24Operations: OperationCase[] = [
	...accounting,
	...checks,
	...contacts,
	...links,
	...messages,
];
