const bcrypt = require('bcryptjs');
const { inTime, interruptible, onInterrupt } = require('../scripts/processes');
const { signIn } = require('./api');
const { startBeside } = require('./beside');
const { placePackage, registerPackage } = require('./communityPackage');
const { lockDemo } = require('./lock');
const { startN8n } = require('./n8n');
const { ensureN8n } = require('./n8nInstall');
const { packPackage } = require('./packed');
const { choosePorts } = require('./ports');
const { provision, readExamples, restoreExamples } = require('./provision');
const { startServices } = require('./services');
const { openState } = require('./state');
const { terminalSteps } = require('./steps');
const { publish, startByThemselves, withWebhookIds } = require('./triggers');

/**
 * Brings up a real n8n with the packed package, the credentials and the examples in it, next to
 * the sandbox.
 *
 * @param {object} options
 * @param {string} options.folder n8n's user folder
 * @param {string} [options.install] where another version of n8n is or should be installed
 * @param {boolean} [options.examples] older versions do not know all nodes that these use
 * @param {boolean} [options.quiet] print nothing
 * @param {boolean} [options.usualPorts] prefer n8n's port 5678 and its neighbours
 * @param {string} [options.lox24Token] of a real account; without it LOX24 is the sandbox
 * @param {typeof startServices} [options.services] starts what the credentials point to
 * @param {Record<string, string>} [options.environment] more variables for n8n
 * @returns `n8nUrl`, `n8n` (process), `sandbox`, `isReal`, `owner`, `credentials`, `api`
 * (signed in), `restartN8n(changes)` with other variables until the next one, `publishExamples()`,
 * which gives those that a trigger starts now, `startBeside(command, name)`, and `stop()`, which
 * ends exactly what was started here
 */
async function startDemo({
	folder,
	install,
	examples: wantsExamples = true,
	quiet = false,
	usualPorts = false,
	lox24Token,
	services: start = startServices,
	environment,
}) {
	const step = terminalSteps({ quiet });
	const running = [];
	onInterrupt();
	const stop = async () => {
		while (running.length > 0) await running.pop()();
	};

	try {
		const state = openState(folder);
		const lock = await lockDemo(state);
		running.push(() => lock.release());
		const packed = await packPackage({ step });
		const n8n = await ensureN8n({ step, folder: install });

		const ports = await choosePorts(state.values.ports, { usual: usualPorts });
		state.values.ports = ports;
		const { owner } = state.values;
		owner.passwordHash ??= await bcrypt.hash(owner.password, 10);
		state.save();

		const examples = wantsExamples
			? withWebhookIds(readExamples(), state.values.encryptionKey)
			: [];
		const services = await start({ port: ports.sandbox, lox24Token });
		running.push(() => services.sandbox.close());

		const demo = {
			/** @type {Awaited<ReturnType<typeof startN8n>> | undefined} */
			n8n: undefined,
			n8nUrl: '',
			/** @type {Awaited<ReturnType<typeof signIn>> | undefined} signed in */
			api: undefined,
			sandbox: services.sandbox,
			isReal: services.isReal,
			credentials: services.credentials,
			owner: { email: owner.email, password: owner.password },
			packed,
			stop,
			async restartN8n(changes = {}) {
				await demo.n8n?.stop();
				const variables = { ...environment, ...changes };
				demo.n8n = await startN8n(state, ports, n8n, lock.noteN8n, variables);
				demo.n8nUrl = demo.n8n.url;
				demo.api = await interruptible(signIn(demo.n8nUrl, owner, n8n));
			},
			/**
			 * Starts one more process of n8n's queue mode, in a folder of its own as on a host of its own.
			 *
			 * @param {'worker' | 'webhook'} command
			 */
			async startBeside(command, name) {
				const host = { state, ports, n8n, packed, environment };
				return await startBeside(host, command, name, (stop) => running.push(stop));
			},
			/** Until the end of the demo, at most. */
			async publishExamples() {
				state.values.published = startByThemselves(examples).map(({ id }) => id);
				state.save();
				return await publish(demo, examples);
			},
			async unpublishExamples() {
				for (const id of state.values.published ?? []) {
					await demo.api.deactivate(id).catch((error) => {
						// The user has deleted it.
						if (![403, 404].includes(error.status)) throw error;
					});
				}
				delete state.values.published;
				state.save();
			},
		};
		running.push(() => demo.n8n?.stop());
		// If its n8n has ended already, or there is no time, the next start does it.
		running.push(() => inTime(demo.unpublishExamples()).catch(() => {}));
		if (state.values.published) {
			// The last start was cut off. Started with other credentials, they would use a real account.
			await step('Unpublishing the examples', async () => {
				await demo.restartN8n();
				await demo.unpublishExamples();
				await demo.n8n.stop();
			});
		}
		await step('Putting package and credentials into n8n', async () => {
			await placePackage(state, packed);
			state.beginDatabase();
			const { credentials } = services;
			await provision(state, ports, n8n, { credentials, examples, environment });
			if (!environment?.DB_TYPE) await registerPackage(state, packed, n8n);
			state.finishDatabase();
		});

		await step(`Starting n8n ${n8n.version}`, () => demo.restartN8n());
		await interruptible(restoreExamples(demo.api, examples));
		return demo;
	} catch (error) {
		await stop();
		throw error;
	}
}

module.exports = { startDemo };
