import { notValid, number, type Reader, text } from '../../../shared/input/kind';

/** How long a one-time code may be (docs/api/lox24.md, "One-time codes"). */
const SHORTEST = 4;
const LONGEST = 8;

/** A code of the user's own; a number out of an expression is sent as the text LOX24 wants. */
export const ownCode: Reader = (value, about) => {
	const code = text()(value, about) as string;
	const { length } = Array.from(code);
	if (length >= SHORTEST && length <= LONGEST) return code;
	throw notValid(value, about, `${SHORTEST} to ${LONGEST} characters, these are ${length}`);
};

/** How many digits a code gets that LOX24 makes up. */
export const codeLength = number({ whole: true, least: SHORTEST, most: LONGEST });
