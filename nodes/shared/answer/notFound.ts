/**
 * Thrown by a `postReceive` function when an answer says with a success status that the thing
 * asked for does not exist: an empty list, or no body at all. `exchange` makes of it the same as
 * of a 404.
 */
export class NotFound extends Error {
	/**
	 * @param message names what was not found
	 * @param description what the user can do about it
	 */
	constructor(
		message: string,
		readonly description: string,
	) {
		super(message);
	}
}
