import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Where all tests and benchmarks find what was learned from the articles, so that it is learned once. */
export const TEST_CACHE = join(root, '.cache/knowledge');
