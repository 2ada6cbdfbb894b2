import type { INodeProperties } from 'n8n-workflow';

/** Words for an effect, such as "calls" and "made". */
interface Words {
	many: string;
	done: string;
}

/** What Retry On Fail does where a request costs money or makes a phone ring. */
export function retryNotice({ many, done }: Words): INodeProperties {
	return {
		displayName: `The node never repeats ${many} automatically. Retry On Fail retries only ${many} that were certainly not ${done}. If it is unknown whether one was ${done}, the item says so.`,
		name: 'retryNotice',
		type: 'notice',
		default: '',
	};
}
