import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createTranslate } from '../src/assistant/phrases.ts';
import { openKnowledge } from '../src/open-knowledge.ts';
import { readPhrases } from '../src/read-phrases.ts';
import { silentLogger } from '../test/fakes/silent-logger.ts';
import { root, TEST_CACHE } from '../test/test-cache.ts';
import { measureConversations } from './measure-conversations.ts';

describe('the scripts of conversations', () => {
  it('all go as they say, on a real database and with the shipped articles', async () => {
    const knowledge = await openKnowledge({ folder: join(root, 'knowledge-base'), cacheFolder: TEST_CACHE, logger: silentLogger });
    const played = await measureConversations(join(root, 'eval/conversations'), { knowledge, translate: createTranslate(await readPhrases()), logger: silentLogger });
    expect(played.length).toBeGreaterThan(20);
    expect(played.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
  }, 60_000);
});
