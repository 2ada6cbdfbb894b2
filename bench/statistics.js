/** The middle one of several numbers. */
function median(numbers) {
	const sorted = [...numbers].sort((one, other) => one - other);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Median, smallest and largest of one figure over the runs of a way. */
function spread(results, figure) {
	const values = results.map((result) => result[figure]);
	return { median: median(values), least: Math.min(...values), most: Math.max(...values) };
}

/**
 * Comparison of two ways: the median of the ratios of consecutive runs, so that a slow minute of
 * the machine does not count against one of them.
 */
function ratio(results, others, figure) {
	return median(results.map((result, run) => result[figure] / others[run][figure]));
}

module.exports = { median, ratio, spread };
