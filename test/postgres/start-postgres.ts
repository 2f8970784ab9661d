import { describe } from '@jest/globals';
import { BIN } from './postgres-server.ts';

export { startPostgres, type PostgresServer } from './postgres-server.ts';

/** `describe` for tests that need PostgreSQL. Without it they are left out with a line that says so; with `CI` set that is a failure. */
export function describeOnPostgres(name: string, tests: () => void): void {
  if (BIN === undefined && process.env['CI'] === undefined) {
    console.warn(`not run: ${name}. It needs PostgreSQL: apt-get install postgresql`);
    describe.skip(name, tests);
  } else {
    describe(name, tests);
  }
}
