import { readDocumentPath } from '../../domain/documents/document-path.ts';
import type { ProposedDocument } from '../editing/golden-judgement.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import type { Knowledge } from '../knowledge.ts';

/** A question's articles are its neighbours up to this place. */
const NEAR = 3;

/**
 * Articles whose questions a change may answer differently: the changed ones, those that name them as
 * related or are named by them, before or after, and those that now answer what the changed translations
 * say is asked.
 */
export async function findNeighbours(changed: ReadonlySet<string>, { before, after, documents }: {
  before: Knowledge;
  after: KnowledgeBase;
  documents: readonly ProposedDocument[];
}): Promise<ReadonlySet<string>> {
  const found = new Set(changed);
  for (const base of [before.base, after]) {
    for (const { id, related } of base.articles.values()) {
      if (changed.has(id)) related.forEach((one) => found.add(one));
      if (related.some((one) => changed.has(one))) found.add(id);
    }
  }
  for (const { path } of documents) {
    const place = readDocumentPath(path);
    const translation = place?.kind === 'translation' ? after.articles.get(place.articleId)?.translations[place.locale] : undefined;
    if (!translation) continue;
    for (const question of [translation.title, ...translation.phrasings, ...translation.calmPhrasings]) {
      const { articles } = await before.search.rank(question, translation.locale);
      articles.slice(0, NEAR).forEach(({ articleId }) => found.add(articleId));
    }
  }
  return found;
}
