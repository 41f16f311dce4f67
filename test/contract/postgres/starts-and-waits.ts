import { startPostgres } from '../../postgres/start-postgres.ts';

/** What is killed in test-server.test.ts: tests that have a PostgreSQL. */
const { url, home } = await startPostgres();
process.stdout.write(`${JSON.stringify({ url, home })}\n`);
setInterval(() => {}, 1000);
