import type { BadInput } from '../../shared/input/badInput';
import { type Failure, fromBadInput } from '../../shared/answer/failure';

/** Something that cannot be sent, and the input item it came from. */
interface Unusable {
	itemIndex: number;
	rejection: BadInput;
}

/**
 * One failure for everything that is wrong, so that it can be put right in one go.
 *
 * @param unusable at least one
 * @param total how many there are in all
 * @param what they are, such as "phones"
 */
export function allThatIsWrong(unusable: Unusable[], total: number, what: string): Failure {
	const [{ rejection }] = unusable;
	if (total === 1) return fromBadInput(rejection);
	const named = unusable.slice(0, 5).map((one) => {
		return `input item ${one.itemIndex}: ${one.rejection.message}`;
	});
	const more = unusable.length > 5 ? `; and ${unusable.length - 5} more` : '';
	return {
		message: `${unusable.length} of ${total} ${what} cannot be sent: ${named.join('; ')}${more}`,
		description: `${rejection.description} To send the others and get these separately, set On Error to "Continue (using error output)".`,
		effect: 'none',
		badInput: true,
	};
}
