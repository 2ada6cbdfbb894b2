import { resources } from '../../nodes/VoipNow/resources';

/** Operations that make a phone ring or send something that costs money. */
const SENDS = {
	phoneCall: [
		...['make', 'makeCallback', 'inviteToConference', 'bargeIn', 'monitor', 'pickUp', 'unpark'],
		...['whisper', 'transfer', 'transferToVoicemail'],
	],
	fax: ['send'],
};

describe('VoipNow: what the editor says', () => {
	test('Retry On Fail is explained wherever a second request would do harm', () => {
		const explained = resources
			.filter(({ name }) => name === 'retryNotice')
			.map(({ displayOptions }) => displayOptions!.show!);
		for (const [resource, operations] of Object.entries(SENDS)) {
			const found = explained.filter((show) => show.resource?.includes(resource));
			expect(found.flatMap((show) => show.operation).sort()).toEqual([...operations].sort());
		}
	});

	test('dates of call reports: by whose clock they are read', () => {
		const dates = resources
			.filter(({ name }) => name === 'filters')
			.flatMap(({ options }) => options as Array<{ name: string; description: string }>)
			.filter(({ name }) => /^(start|end|saveStart|saveEnd)Date$/.test(name));
		expect(dates).toHaveLength(8);
		for (const { description } of dates) {
			expect(description).toContain('in its own time zone');
			expect(description).toContain('unanswered');
		}
	});
});
