import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { BadInput, ownId, prepared } from '../../shared/input/badInput';
import { messageText } from '../resources/sms/messageParts';

/** Where the link stands in a message, if not at its end. */
const MARKER = /\[link\]/gi;

/**
 * Names the message within its execution. Without it, all messages that a loop sends would have the
 * same link, and whoever got the first one could respond to the next, which went to somebody else.
 */
export function questionOf(item: object): string {
	return ownId(item).slice(-6);
}

/**
 * Puts the link to the page into the message. n8n signs it, so nobody can make one for another
 * execution; it has to fit as well, so the length is checked with it.
 *
 * There is one link only: the address of n8n and the signature take about 160 characters, and what
 * opens links to look at them, as many messengers do, must not approve anything.
 */
export const addLink = prepared(function ({ body }) {
	const fields = body as IDataObject;
	const message = fields.text as string | undefined;
	// That it is missing is said elsewhere.
	if (message === undefined) return;
	const context = this as unknown as IExecuteFunctions & {
		setSignatureValidationRequired?(): void;
	};
	// Before 2.17 or so n8n checks signatures only where it is told to.
	context.setSignatureValidationRequired?.();
	const link = context.getSignedResumeUrl({ q: questionOf(this) });
	const written = message.match(MARKER)?.length ?? 0;
	if (written > 1) {
		throw new BadInput(
			`Message has [link] ${written} times`,
			'The link is long, so a message can contain it only once. Nothing was sent.',
		);
	}
	const text = written === 1 ? message.replace(MARKER, () => link) : `${message.trimEnd()} ${link}`;
	fields.text = messageText(text, { label: 'Message with its link', item: this }) as string;
});
