import type { INodeProperties } from 'n8n-workflow';

/** How an effect is spoken of: such as "A call", "calls" and "made". */
interface Words {
	one: string;
	many: string;
	done: string;
}

/** What Retry On Fail does where a request costs money or makes a phone ring. */
export function retryNotice({ one, many, done }: Words): INodeProperties {
	return {
		displayName: `${one} is never ${done} a second time by itself. With Retry On Fail, only ${many} that were certainly not ${done} are tried again. If it is not known whether one was ${done}, the item says so.`,
		name: 'retryNotice',
		type: 'notice',
		default: '',
	};
}
