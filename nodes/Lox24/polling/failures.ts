import type { Failure } from '../../shared/response/failure';

export function wrongOrder(): Failure {
	return {
		message: 'LOX24 did not list the newest ones first',
		description: 'Use the LOX24 Trigger, which is called by LOX24.',
		effect: 'none',
	};
}

export function tooSlow(): Failure {
	return {
		message: 'LOX24 took too long to list what there is already',
		description: 'Set a shorter Look Back, or use the LOX24 Trigger, which is called by LOX24.',
		effect: 'none',
	};
}
