import { BadInput } from '../../shared/input/badInput';
import { choice, isOn, listOf } from '../../shared/input/kind';
import { numbersOf, type TriggerContext } from '../../shared/input/restriction';
import { triggerOn } from './events';

/** The user's settings. */
export interface Settings {
	events: string[];
	onlyFinal: boolean;
	/** Undefined when any may be. */
	numbers?: Set<string>;
	showsKeys: boolean;
	isSimple: boolean;
}

/** @throws BadInput for what no event could ever meet, and for what is not of its kind */
export function settingsOf(context: TriggerContext): Settings {
	const about = { label: 'Trigger On', item: context as never };
	const given: unknown = context.getNodeParameter('events', []);
	const names = typeof given === 'string' ? given.split(',') : given;
	const events = listOf(choice(triggerOn.options))(names, about) as string[] | undefined;
	if (!events) throw new BadInput('Trigger On is empty', 'Choose what starts the workflow.');
	const option = (name: string, label: string) => isOn(about.item, `options.${name}`, label);
	return {
		events,
		onlyFinal: option('onlyFinalDeliveryReports', 'Only Final Delivery Reports'),
		numbers: numbersOf(context),
		showsKeys: option('showFullAddress', 'Show Full Address'),
		isSimple: isOn(about.item, 'simplify', 'Simplify', true),
	};
}
