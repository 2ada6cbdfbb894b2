const { alert, document, FormData, Node } = /** @type {any} */ (globalThis);
const SMS_STATUS = { 0: ['waiting', 'wait'], 100: ['sent', 'good'], 6000: ['cancelled', 'bad'] };
const BULK_STATUS = {
	0: ['new', 'wait'],
	5: ['in progress', 'wait'],
	10: ['done', 'good'],
	15: ['cancelled', 'bad'],
	201: ['no recipients', 'bad'],
};
const EVENT_TYPE = ['dial-in', 'dial-out', 'hang-up', 'answered, incoming', 'answered, outgoing'];
const $ = (id) => document.getElementById(id);
const two = (n) => String(n).padStart(2, '0');
const day = (d) => `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`;
const time = (d) => `${two(d.getHours())}:${two(d.getMinutes())}:${two(d.getSeconds())}`;
const moment = (seconds) =>
	seconds ? `${day(new Date(seconds * 1000))} ${time(new Date(seconds * 1000))}` : 'at once';

function element(name, className, content) {
	const made = document.createElement(name);
	if (className) made.className = className;
	if (content instanceof Node) made.append(content);
	else made.textContent = content ?? '';
	return made;
}
/** cells: [content, class] or content */
function table(titles, rows, className = '') {
	if (rows.length === 0) return element('p', 'empty', 'Nothing yet.');
	const made = element('table', className),
		head = element('tr');
	titles.forEach((title) => head.append(element('th', '', title)));
	made.append(head);
	for (const cells of rows) {
		const row = element('tr');
		for (const cell of cells)
			row.append(Array.isArray(cell) ? element('td', cell[1], cell[0]) : element('td', '', cell));
		made.append(row);
	}
	return made;
}
/** One line; a click shows the rest. */
function body(text) {
	if (!text) return '';
	const made = element('details');
	made.append(element('summary', '', text), element('pre', '', text));
	return made;
}
/** A text whose web addresses can be opened, as on a phone. */
function linked(text) {
	const made = element('span');
	for (const part of text.split(/(https?:\/\/\S+)/)) {
		if (!/^https?:/.test(part)) made.append(part);
		else made.append(Object.assign(element('a', '', part), { href: part, target: '_blank' }));
	}
	return made;
}
const drawn = {};
/** Draws a part only when it changed, so that selections and scroll positions stay. */
function draw(id, data, make) {
	const key = JSON.stringify(data);
	if (drawn[id] === key) return;
	drawn[id] = key;
	$(id).replaceChildren(...make(data));
}
const named = (names, code) => {
	const [text, tone] = names[code] ?? ['status ' + code, 'soft'];
	return [text, 'tight ' + tone];
};

function show(view) {
	$('clock').textContent =
		`Time here ${moment(view.now)}. At most ${view.peakInFlight} request${view.peakInFlight === 1 ? '' : 's'} at once.`;
	for (const [id, count] of Object.entries(view.counts)) $(id + '-count').textContent = count;
	draw('requests', view.requests, (list) => [
		table(
			['Time', 'Service', 'Request', 'Answer', 'Body'],
			list.map((r) => [
				[time(new Date(r.at)), 'tight soft'],
				[r.service === 'lox24' ? 'LOX24' : 'VoipNow', 'tight'],
				[`${r.method} ${r.url}`, 'mono long'],
				[
					`${r.status ?? 'none'}${r.fault ? ' (' + r.fault + ')' : ''}`,
					'tight ' + (r.status >= 200 && r.status < 300 ? 'good' : 'bad'),
				],
				[
					body(
						[r.body, ...r.warnings.map((w) => 'Warning: ' + w), ...(r.contractErrors ?? [])]
							.filter(Boolean)
							.join('\n'),
					),
					'long',
				],
			]),
			'requests',
		),
	]);
	draw('sms', view.sms, (list) => [
		table(
			['To', 'From', 'Text', 'When', 'Status', 'Own id'],
			list.map((m) => [
				[m.phone, 'mono tight'],
				[m.sender_id, 'tight'],
				[linked(m.text ?? '(deleted)'), 'long'],
				[moment(m.delivery_at), 'tight soft'],
				named(SMS_STATUS, m.status_code),
				[m.callback_data, 'soft'],
			]),
		),
	]);
	draw('phones', view.groups, (groups) =>
		groups.flatMap((group) => {
			const columns = ['a', 'b', 'c', 'd', 'e'];
			const title = element('h3', '', `${group.name} `);
			title.append(
				element(
					'span',
					'soft',
					`group ${group.id}, ${group.count_items} number${group.count_items === 1 ? '' : 's'}`,
				),
			);
			const rows = group.phones.map((p) => [
				[p.phone, 'mono tight'],
				...columns.map((c) => p[c]),
				[p.callback_data, 'soft'],
				[p.id, 'soft tight'],
			]);
			return [
				title,
				table(['Phone', ...columns.map((c) => group['name_' + c] ?? c), 'Own id', 'Id'], rows),
			];
		}),
	);
	draw('bulks', view.bulks, (list) => [
		table(
			['Text', 'To', 'When', 'Status', 'Messages'],
			list.map((b) => [
				[b.text, 'long'],
				[
					[
						...(b.phones?.length ? [b.phones.length + ' numbers'] : []),
						...(b.msg_groups ?? []).map((g) => 'group ' + g),
					].join(', '),
					'soft',
				],
				[moment(b.delivery_at), 'tight soft'],
				named(BULK_STATUS, b.status_code),
				String(b.msg_total_count),
			]),
		),
	]);
	draw('calls', view.calls, (list) => [
		table(
			['From', 'To', 'When', 'Parties', 'State'],
			list.map((c) => [
				[c.from, 'mono tight'],
				[c.to, 'mono tight'],
				[moment(c.published), 'tight soft'],
				[c.parties.join(', '), 'long'],
				c.state === 'on' || c.state === 'rings' ? [c.state, 'good'] : [c.state, 'soft'],
			]),
		),
	]);
	draw('events', view.events, (list) => [
		table(
			['Extension', 'On', 'Calls', 'Note', 'State'],
			list.map((e) => [
				[e.extension, 'mono tight'],
				[EVENT_TYPE[e.type] ?? e.type, 'tight'],
				[`${e.method === '1' ? 'POST' : 'GET'} ${e.url}`, 'mono long'],
				[e.note, 'long'],
				e.status === '1' ? ['on', 'good'] : ['off', 'soft'],
			]),
		),
	]);
	draw('notifications', view.notifications, (list) => [
		table(
			['URL', 'Events', 'Token'],
			list.map((n) => [
				[n.url, 'mono long'],
				n.events.length ? n.events.join(', ') : 'all',
				[n.hasToken ? 'yes' : 'no', 'soft'],
			]),
		),
	]);
	draw('webhooks', view.webhooks, (list) => [
		table(
			['When', 'Event', 'Attempts', 'Outcome', 'Body'],
			list.map((w) => [
				[moment(w.body.created_at), 'tight soft'],
				[w.body.name, 'mono tight'],
				[w.attempts.map((a) => a.status ?? a.error).join(', '), 'tight'],
				[w.outcome, 'tight ' + (w.outcome === 'received' ? 'good' : 'wait')],
				[body(JSON.stringify(w.body.data)), 'long'],
			]),
		),
	]);
}

const send = (method, path, body) =>
	fetch('/_sandbox/' + path, { method, body: body && JSON.stringify(body) })
		.then(
			async (response) => response.ok || alert(/** @type {any} */ (await response.json()).error),
		)
		.then(refresh);
async function refresh() {
	try {
		show(await (await fetch('/_sandbox/overview')).json());
	} catch {
		$('clock').textContent = 'The sandbox does not respond. It was probably stopped.';
	}
}
document
	.querySelectorAll('[data-advance]')
	.forEach((b) =>
		b.addEventListener('click', () =>
			send('POST', 'clock', { advance: Number(b.dataset.advance) }),
		),
	);
const onSubmit = (id, work) =>
	$(id).addEventListener('submit', (event) => {
		event.preventDefault();
		const fields = Object.fromEntries(new FormData(event.target, event.submitter));
		work(
			Object.fromEntries(
				Object.entries(fields).map(([name, value]) => [name, String(value).trim()]),
			),
		);
	});
onSubmit('receive', (message) => send('POST', 'incomings', message));
// VoipNow gives numbers without a plus.
onSubmit('call', ({ from, outcome }) =>
	send('POST', 'calls', { ...{ from: from.replace(/^\+/, ''), outcome }, to: '0003*210' }),
);
onSubmit('notify', (setting) => send('POST', 'notifications', setting));
$('clear').addEventListener('click', () => send('DELETE', 'journal'));
// n8n does not notice and keeps waiting.
$('reset').addEventListener('click', () => send('POST', 'reset', { keepsAddresses: true }));
refresh();
setInterval(() => document.hidden || refresh(), 1000);
