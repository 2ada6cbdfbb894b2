import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

import { variablesFor } from '../e2e/queue/servers';

interface Service {
	image: string;
	environment: Record<string, string>;
	healthcheck?: { test: unknown[] };
	depends_on?: Record<string, { condition: string }>;
	stop_grace_period?: string;
	deploy?: { replicas: number };
}

const root = join(__dirname, '..', '..');
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

const file = read('examples', 'queue-mode', 'compose.yaml');
const { services } = parse(file, { merge: true }) as { services: Record<string, Service> };
const { main, worker, postgres, redis } = services;
const sample = read('examples', 'queue-mode', '.env.example');

/** The variables in the first column of the table that says what to set. */
function documented(): string[] {
	const [, section] = read('docs', 'scaling.md').split('## What to set');
	const rows = section.split('\n##')[0].match(/^\| `.*?\|/gm) ?? [];
	return rows.flatMap((row) => row.match(/[A-Z][A-Z0-9_]+/g) ?? []);
}

const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

describe('the compose file of queue mode', () => {
	test('sets what docs/scaling.md says, no more and no less', () => {
		expect(documented().length).toBeGreaterThan(15);
		expect(sorted(Object.keys(main.environment))).toEqual(sorted(documented()));
	});

	test('sets what the end-to-end run sets', () => {
		const names = Object.keys(variablesFor({ redis: 1, postgres: 2 }));
		expect(Object.keys(worker.environment)).toEqual(expect.arrayContaining(names));
	});

	test('gives main process and workers the same, but for the installation of the package', () => {
		const { N8N_COMMUNITY_PACKAGES_MANAGED_BY_ENV, N8N_COMMUNITY_PACKAGES, ...shared } =
			main.environment;
		expect(worker.environment).toEqual(shared);
		expect(worker.deploy?.replicas).toBe(2);
		expect(N8N_COMMUNITY_PACKAGES_MANAGED_BY_ENV).toBe('true');
		const { name, version } = JSON.parse(read('package.json')) as Record<string, string>;
		expect(JSON.parse(N8N_COMMUNITY_PACKAGES)).toEqual([{ name, version }]);
	});

	test('starts the n8n that is tested, and one version of each server', () => {
		const { dependencies } = JSON.parse(read('demo', 'package.json')) as {
			dependencies: { n8n: string };
		};
		for (const { image } of [main, worker]) expect(image).toBe(`n8nio/n8n:${dependencies.n8n}`);
		for (const { image } of [postgres, redis]) expect(image).toMatch(/^[a-z]+:\d+\.\d+(\.\d+)?$/);
	});

	test('waits for what it needs, and sees when it is not healthy', () => {
		for (const { healthcheck } of Object.values(services)) {
			expect(healthcheck?.test[0]).toBe('CMD');
			expect(healthcheck?.test.every((word) => typeof word === 'string')).toBe(true);
		}
		const healthy = { condition: 'service_healthy' };
		expect(main.depends_on).toEqual({ postgres: healthy, redis: healthy });
		expect(worker.depends_on).toEqual({ main: healthy, postgres: healthy, redis: healthy });
	});

	test('leaves n8n the time to finish its runs', () => {
		for (const { stop_grace_period: grace, environment } of [main, worker])
			expect(parseInt(grace ?? '', 10)).toBeGreaterThan(
				Number(environment.N8N_GRACEFUL_SHUTDOWN_TIMEOUT),
			);
	});

	test('has no secret in it, and its .env.example has each variable it asks for', () => {
		const asked = [...file.matchAll(/\$\{([A-Z0-9_]+)/g)].map(([, name]) => name);
		const given = [...sample.matchAll(/^([A-Z0-9_]+)=(.*)$/gm)];
		expect(sorted(given.map(([, name]) => name))).toEqual(sorted(asked));
		for (const [, name, value] of given) if (/KEY|PASSWORD/.test(name)) expect(value).toBe('');
		for (const [name, value] of Object.entries({ ...main.environment, ...redis.environment }))
			if (/KEY|PASSWORD|AUTH/.test(name)) expect(value).toMatch(/^\$\{.+:\?/);
	});

	test('the servers have the names and passwords that n8n uses', () => {
		const { environment } = main;
		expect(postgres.environment).toEqual({
			POSTGRES_DB: environment.DB_POSTGRESDB_DATABASE,
			POSTGRES_USER: environment.DB_POSTGRESDB_USER,
			POSTGRES_PASSWORD: environment.DB_POSTGRESDB_PASSWORD,
		});
		expect(services).toHaveProperty(environment.DB_POSTGRESDB_HOST);
		expect(services).toHaveProperty(environment.QUEUE_BULL_REDIS_HOST);
		expect(redis.environment.REDISCLI_AUTH).toBe(environment.QUEUE_BULL_REDIS_PASSWORD);
	});
});
