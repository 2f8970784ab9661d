import type { KnowledgeBase } from './knowledge-base.ts';
import type { Search } from './search/create-search.ts';

/** What the assistant works with at one moment: the published articles, and the search that was built from exactly these. */
export interface Knowledge {
  readonly base: KnowledgeBase;
  readonly search: Search;
}
