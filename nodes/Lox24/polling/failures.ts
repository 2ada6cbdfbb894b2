import type { Failure } from '../../shared/response/failure';

export function wrongOrder(): Failure {
	return {
		message: 'LOX24 did not list the newest ones first',
		description: 'Use the LOX24 Trigger instead: LOX24 calls it.',
		effect: 'none',
	};
}

export function tooSlow(): Failure {
	return {
		message: 'LOX24 took too long to list existing entries',
		description: 'Set a shorter Look Back, or use the LOX24 Trigger instead: LOX24 calls it.',
		effect: 'none',
	};
}
