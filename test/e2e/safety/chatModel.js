const { once } = require('node:events');
const { createServer } = require('node:http');

/**
 * A chat model that does as it is told, behind the part of OpenAI's interface that n8n uses: it
 * calls the tool it has with the JSON it was asked with, and then repeats the result. Of several
 * tools it calls the one that `{ tool, with }` names; without tools it repeats what it was told.
 *
 * @returns {Promise<{ url: string, results: string[], close(): Promise<void> }>} `results` has
 * what it got to read of each call
 */
async function startChatModel() {
	const results = [];
	const server = createServer(async (request, response) => {
		const chunks = [];
		for await (const chunk of request) chunks.push(chunk);
		const { messages, tools, model, stream } = JSON.parse(Buffer.concat(chunks).toString());
		const last = messages.at(-1);
		const text = textOf(last);
		if (last.role === 'tool') results.push(text);
		const message =
			last.role === 'tool' || !tools?.length
				? { role: 'assistant', content: text }
				: { role: 'assistant', content: null, tool_calls: [callOf(tools, text)] };
		const choice = { index: 0, finish_reason: message.tool_calls ? 'tool_calls' : 'stop' };
		const completion = { id: 'chatcmpl-1', created: 0, model };
		if (stream) {
			// Agents before version 2 want it in pieces; one piece is enough.
			const chunk = { ...choice, delta: message };
			const event = { ...completion, object: 'chat.completion.chunk', choices: [chunk] };
			response.setHeader('Content-Type', 'text/event-stream');
			response.end(`data: ${JSON.stringify(event)}\n\ndata: [DONE]\n\n`);
			return;
		}
		const whole = { ...completion, object: 'chat.completion', choices: [{ ...choice, message }] };
		response.setHeader('Content-Type', 'application/json');
		response.end(JSON.stringify(whole));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		url: `http://127.0.0.1:${port}/v1`,
		results,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function callOf(tools, text) {
	const { tool, with: input } = tools.length > 1 ? JSON.parse(text) : {};
	const name = tool ?? tools[0].function.name;
	const given = tool === undefined ? text : JSON.stringify(input);
	return { index: 0, id: 'call-1', type: 'function', function: { name, arguments: given } };
}

const textOf = ({ content }) =>
	Array.isArray(content) ? content.map(({ text }) => text).join('') : content;

module.exports = { startChatModel };
