import { join } from 'node:path';
import { createLogger } from '../src/adapters/system/logger.ts';
import { openKnowledge } from '../src/open-knowledge.ts';
import { root, TEST_CACHE } from './test-cache.ts';

/** Jest's global set-up: learns the articles before the first test, so that no test waits for it. */
export default async function fillCache(): Promise<void> {
  await openKnowledge({ folder: join(root, 'knowledge-base'), cacheFolder: TEST_CACHE, logger: createLogger('warn') });
}
