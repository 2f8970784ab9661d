import { stringify } from 'yaml';
import type { Translation } from '../../domain/article.ts';

/** The text of `articles/<id>/<locale>.md`: what `parseTranslationFile` reads back. Texts that were there before are edited, not written anew. */
export function writeTranslationFile({ title, summary, phrasings, calmPhrasings, body }: Pick<Translation, 'title' | 'summary' | 'phrasings' | 'calmPhrasings' | 'body'>): string {
  const front = { title, summary, phrasings, ...(calmPhrasings.length > 0 && { calmPhrasings }) };
  // Long phrasings stay on one line, as people write them.
  return `---\n${stringify(front, { lineWidth: 0 })}---\n\n${body.trim()}\n`;
}
