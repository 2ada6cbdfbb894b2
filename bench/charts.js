const { median } = require('./statistics');

async function toSvg(spec) {
	const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')]);
	const config = { background: 'white', font: 'sans-serif', axis: { labelLimit: 420 } };
	const { spec: compiled } = vegaLite.compile({ ...spec, config });
	return await new vega.View(vega.parse(compiled), { renderer: 'none' }).toSVG();
}

/** The time of every way as a bar, and its single runs as points. */
async function barChart({ title, ways, count }) {
	const values = ways.flatMap(({ title: way, results }) =>
		results.map(({ milliseconds }) => ({ way, seconds: milliseconds / 1000 })),
	);
	const y = { field: 'way', type: 'nominal', sort: null, title: null };
	const x = { field: 'seconds', type: 'quantitative', title: 'seconds (shorter is better)' };
	return await toSvg({
		title: `${title}: ${count.toLocaleString('en-US')}`,
		width: 420,
		height: { step: 26 },
		data: { values },
		layer: [
			{
				mark: { type: 'bar', color: '#4c78a8', height: 14 },
				encoding: { y, x: { ...x, aggregate: 'median' } },
			},
			{ mark: { type: 'point', color: '#222222', size: 18 }, encoding: { y, x } },
		],
	});
}

/** Time and memory over the number of contacts, both axes logarithmic: a straight line is linear. */
async function lineChart(steps) {
	const values = steps.map(({ count, results, memory }) => ({
		contacts: count,
		seconds: median(results.map(({ milliseconds }) => milliseconds)) / 1000,
		megabytes: Math.max((memory ?? 0) / 1e6, 0.1),
	}));
	const chart = (field, title) => ({
		width: 260,
		height: 200,
		mark: { type: 'line', point: true },
		encoding: {
			x: { field: 'contacts', type: 'quantitative', scale: { type: 'log' } },
			y: { field, type: 'quantitative', scale: { type: 'log' }, title },
		},
	});
	return await toSvg({
		data: { values },
		hconcat: [chart('seconds', 'seconds'), chart('megabytes', 'peak memory in MB')],
	});
}

module.exports = { barChart, lineChart };
