const { outputOf } = require('../../demo/api');

/** What left `node` on its first output. */
const successOf = (execution, node) => outputOf(execution, node).success.map(({ json }) => json);

module.exports = { successOf };
