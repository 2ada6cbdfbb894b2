import type { INodeProperties } from 'n8n-workflow';

/** How one entry can be chosen: from a list, or by its ID. */
interface Choice {
	displayName: string;
	name: string;
	/** Method that fills the list. */
	searchListMethod: string;
	/** Shape of an ID; the editor checks it while the user types. */
	pattern: RegExp;
	hint: string;
	placeholder: string;
}

/** Picks one entry of a list; a workflow may also hold the bare ID. */
export function locator(choice: Choice): INodeProperties {
	return {
		displayName: choice.displayName,
		name: choice.name,
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: choice.searchListMethod, searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: choice.placeholder,
				validation: [
					{
						type: 'regex',
						properties: { regex: choice.pattern.source, errorMessage: choice.hint },
					},
				],
			},
		],
	};
}
