const { NodeHelpers } = require('n8n-workflow');

/** The parameters of an operation as the editor sets them; where it sets nothing, the example. */
function editorParameters(properties, resource, operation) {
	const chosen = { resource, operation };
	const all = Object.fromEntries(properties.map(({ name, default: value }) => [name, value]));
	// Whether a field is there may depend on another one.
	const parameters = { ...all, ...chosen };
	const node = { typeVersion: 1, parameters };
	const description = /** @type {import('n8n-workflow').INodeTypeDescription} */ ({ properties });
	const isShown = (property) =>
		NodeHelpers.displayParameter(parameters, property, node, description, parameters);
	const shown = properties.filter(isShown);
	return Object.fromEntries(
		shown.map((property) => [
			property.name,
			property.name in chosen ? chosen[property.name] : valueOf(property),
		]),
	);
}

function valueOf({ type, typeOptions, default: value, placeholder = '' }) {
	if (type !== 'string' || value?.length > 0) return value;
	const example = placeholder.replace('e.g. ', '');
	return typeOptions?.multipleValues ? [example] : example;
}

/** What the functions of an operation ask n8n for; nothing leaves this process. */
function editorItem(node) {
	const file = { fileName: 'file.pdf', mimeType: 'application/pdf' };
	return {
		getNode: () => node,
		getExecuteData: () => ({ node }),
		getNodeParameter: (path, fallback, options) => {
			const value = path.split('.').reduce((part, key) => part?.[key], node.parameters);
			return (options?.extractValue ? (value?.value ?? value) : value) ?? fallback;
		},
		getItemIndex: () => 0,
		getInputData: () => ({ json: {}, binary: { data: file } }),
		getCredentials: async () => ({}),
		getTimezone: () => 'UTC',
		helpers: {
			prepareBinaryData: async () => file,
			getBinaryDataBuffer: async () => Buffer.from('%PDF-1.7'),
			httpRequest: async () => ({ statusCode: 200 }),
		},
	};
}

module.exports = { editorItem, editorParameters };
