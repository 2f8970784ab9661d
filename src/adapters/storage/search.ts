import type { ConversationSearch } from '../../ports.ts';
import type { Database } from './database.ts';
import { findByState } from './search-state.ts';
import { findByText } from './search-text.ts';

/** The database's full-text index for words, an index over everything that lists are chosen by for the rest. */
export function createConversationSearch(database: Pick<Database, 'reader' | 'dialect'>): ConversationSearch {
  return {
    find: (request, after, limit) => (request.terms.length > 0 ? findByText(database, request, after, limit) : findByState(database.reader, request, after, limit)),
  };
}
