/** One contact as a spreadsheet would give it, its columns named as the group's. */
function contact(index) {
	return {
		phone: `+4915100${String(index).padStart(7, '0')}`,
		a: index % 2 ? 'Ms. ' : 'Mr. ',
		b: `Name ${index} `,
		c: '2026-12-01 18:00',
		d: '12.34',
		e: 'restaurant Blue Oyster',
	};
}

module.exports = { contact };
