import type { INodeProperties } from 'n8n-workflow';

/**
 * What Retry On Fail does where a request costs money or makes a phone ring.
 *
 * @param one such as "A call", `many` such as "calls", and `done` such as "made"
 */
export function retryNotice(
	{ one, many, done }: { one: string; many: string; done: string },
	displayOptions: INodeProperties['displayOptions'],
): INodeProperties {
	return {
		displayName: `${one} is never ${done} a second time by itself. With Retry On Fail, only ${many} that were certainly not ${done} are tried again. If it is not known whether one was ${done}, the item says so.`,
		name: 'retryNotice',
		type: 'notice',
		default: '',
		displayOptions,
	};
}
