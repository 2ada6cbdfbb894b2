import { BadInput, shown } from '../../shared/input/badInput';

/**
 * @param label the field's name in the editor
 * @returns the value as a number
 * @throws BadInput when it is not a whole number from `least` to `most`
 */
export function wholeNumber(value: unknown, label: string, least: number, most: number): number {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (Number.isInteger(number) && Number(number) >= least && Number(number) <= most) {
		return Number(number);
	}
	throw new BadInput(
		`${label} is not valid: ${shown(value)}`,
		`Expected a whole number from ${least} to ${most}. Nothing was sent.`,
	);
}
