import { mkdtemp, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { openSqliteStorage } from '../../src/adapters/storage/sqlite.ts';
import { readTerm } from '../../src/domain/search/search-term.ts';
import { createManualClock } from '../fakes/manual-clock.ts';
import { describeConversationSearch } from './conversation-search.contract.ts';

describeConversationSearch('SQLite', async (clock) => {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-'));
  const { search, conversations, close } = await openSqliteStorage({ folder, clock, exclusive: true });
  return {
    search, conversations,
    async close() {
      await close();
      await rm(folder, { recursive: true });
    },
  };
});

describe('a database from before there was a search', () => {
  it('is searched as if it had always been', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vigil-'));
    const clock = createManualClock();
    const before = await openSqliteStorage({ folder, clock, exclusive: true });
    for (const text of ['first deposit', 'second deposit']) {
      await before.conversations.start({
        id: uuidv7(), startKey: text,
        drafts: [
          { type: 'conversation.started', data: { contactId: 'c', caseNumber: text, locale: 'en', channel: 'widget' } },
          { type: 'message.received', data: { clientMessageId: text.replace(' ', '-'), text } },
        ],
      });
      clock.advance(1_000);
    }
    await before.close();
    const database = new DatabaseSync(join(folder, 'vigil.db'));
    database.exec('drop table search_entry; drop table search_text; drop index conversation_search; delete from migration where name = \'0005-search\'');
    database.close();

    const after = await openSqliteStorage({ folder, clock, exclusive: true });
    const term = readTerm('deposit', false);
    const { found } = await after.search.find({ reader: { id: 'admin', role: 'admin', teams: [] }, terms: term ? [term] : [], filter: {} }, null, 10);
    expect(found.map(({ conversation }) => conversation.caseNumber)).toEqual(['second deposit', 'first deposit']);
    await after.close();
    await rm(folder, { recursive: true });
  });
});
