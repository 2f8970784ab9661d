import { stringify } from 'yaml';
import { articlePath, translationPath } from '../../domain/documents/document-path.ts';
import { editTranslationText, newTranslationText, readTranslationText } from '../../domain/documents/edit-translation-text.ts';
import { AppError } from '../../domain/errors.ts';
import type { Intent } from '../../domain/intents.ts';
import { DEFAULT_LOCALE, type Locale } from '../../domain/locales.ts';
import type { Redact } from '../../domain/secrets.ts';
import type { Urgency } from '../../domain/urgencies.ts';
import type { DocumentStore, Draft, Editor, QuestionStore } from '../../ports.ts';
import { normaliseQuestion } from '../check/check-phrasings.ts';
import { editDraft, readWorkingText } from '../editing/edit-draft.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Gaps } from './gaps.ts';
import { withoutMarkers } from './without-markers.ts';

export interface Phrasing {
  readonly locale: Locale;
  readonly text: string;
}

export interface ArticleStart {
  readonly articleId: string;
  readonly category: string;
  readonly intent: Intent;
  readonly urgency: Urgency;
  /** Of the title. */
  readonly locale: Locale;
  readonly title: string;
  readonly phrasings: readonly Phrasing[];
}

export interface SkippedPhrasing extends Phrasing {
  readonly reason: 'already-there' | 'no-translation' | 'in-another-article';
  /** Where it stands. */
  readonly articleId: string | null;
}

type Written = { readonly path: string; readonly version: number };

export interface AnswerGap {
  /** Drafts of an article with these questions as phrasings. Rejects with `conflict` where the id is taken, `invalid-input` for an unknown category. */
  startArticle(gapId: string, editor: Editor, start: ArticleStart): Promise<{ articleId: string; documents: Written[] }>;
  /** Adds to drafts of an article, in the languages that it has. Rejects with `not-found` where there is no such article. */
  addPhrasings(gapId: string, editor: Editor, addition: { readonly articleId: string; readonly calm: boolean; readonly phrasings: readonly Phrasing[] }): Promise<{ documents: Written[]; skipped: SkippedPhrasing[] }>;
}

export interface AnswerGapOptions {
  readonly documents: Pick<DocumentStore, 'version' | 'getDraft' | 'getRevisionAsOf' | 'saveDraft' | 'discardDraft'>;
  readonly questions: Pick<QuestionStore, 'noteArticle'>;
  readonly gaps: Pick<Gaps, 'read'>;
  readonly knowledge: () => Knowledge;
  readonly redact: Redact;
}

/** Turns what nobody answered into drafts. What was covered in the questions is left out of the phrasings. */
export function createAnswerGap({ documents, questions, gaps, knowledge, redact }: AnswerGapOptions): AnswerGap {
  const clean = (phrasings: readonly Phrasing[]): Phrasing[] => {
    const cleaned = phrasings.map(({ locale, text }) => ({ locale, text: withoutMarkers(redact(text).text) })).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
    return [...new Map(cleaned.map((one) => [keyOf(one), one])).values()];
  };

  return {
    async startArticle(gapId, editor, start) {
      const { gap: { near } } = await gaps.read(gapId, { days: 1, limit: 1 });
      const { base } = knowledge();
      const { articleId } = start;
      if (!base.categories.some(({ id }) => id === start.category)) throw new AppError('invalid-input', 'expected a category of categories.yaml', { field: 'category' });
      if ((await readWorkingText(documents, articlePath(articleId))).text !== null) throw new AppError('conflict', `there is an article ${articleId} already`, { field: 'articleId' });
      const title = redact(start.title).text;
      const written = await begin(documents, newArticleTexts({ ...start, title, phrasings: clean(start.phrasings) }, near.map((one) => one.articleId)), editor);
      await questions.noteArticle(gapId, articleId);
      return { articleId, documents: written };
    },

    async addPhrasings(gapId, editor, { articleId, calm, phrasings }) {
      await gaps.read(gapId, { days: 1, limit: 1 });
      if ((await readWorkingText(documents, articlePath(articleId))).text === null) throw new AppError('not-found', `there is no article ${articleId}`, { field: 'articleId' });
      const skipped: SkippedPhrasing[] = [];
      const elsewhere = findElsewhere(knowledge().base, articleId, new Set(phrasings.map(({ locale }) => locale)));
      const wanted = clean(phrasings).filter((one) => {
        const other = elsewhere.get(keyOf(one));
        if (other !== undefined) skipped.push({ ...one, reason: 'in-another-article', articleId: other });
        return other === undefined;
      });
      const written: Written[] = [];
      for (const [locale, additions] of Map.groupBy(wanted, (one) => one.locale)) {
        let leftOut: SkippedPhrasing[] = [];
        const draft = await editDraft(documents, translationPath(articleId, locale), editor, (text) => {
          const added = addTo(text, additions, { articleId, calm });
          leftOut = added.skipped;
          return added.text;
        });
        skipped.push(...leftOut);
        if (draft && leftOut.length < additions.length) written.push({ path: draft.path, version: draft.version });
      }
      if (written.length > 0) await questions.noteArticle(gapId, articleId);
      return { documents: written, skipped };
    },
  };
}

/** All of them, or none where one was begun by somebody else meanwhile. */
async function begin(documents: AnswerGapOptions['documents'], texts: ReadonlyMap<string, string>, editor: Editor): Promise<Written[]> {
  const written: Draft[] = [];
  for (const [path, text] of texts) {
    const { base } = await readWorkingText(documents, path);
    const saved = await documents.saveDraft({ path, text, base, version: 0, state: 'draft', publishAt: null, returned: null, editor });
    if (saved === 'conflict') {
      for (const draft of written) await documents.discardDraft(draft.path, draft.version);
      throw new AppError('conflict', `${path} was begun by somebody else`, { field: 'articleId' });
    }
    written.push(saved);
  }
  return written.map(({ path, version }) => ({ path, version }));
}

function addTo(text: string | null, additions: readonly Phrasing[], { articleId, calm }: { articleId: string; calm: boolean }): { text: string | null; skipped: SkippedPhrasing[] } {
  if (text === null) return { text, skipped: additions.map((one) => ({ ...one, reason: 'no-translation', articleId: null })) };
  const fields = readTranslationText(text);
  if (!fields) throw new AppError('invalid-input', 'the front matter of its draft cannot be read; mend it first', { field: 'articleId' });
  const there = new Set([...fields.phrasings, ...fields.calmPhrasings].map(normaliseQuestion));
  const [old, added] = [true, false].map((wanted) => additions.filter((one) => there.has(normaliseQuestion(one.text)) === wanted));
  const field = calm ? 'calmPhrasings' : 'phrasings';
  const changed = added!.length === 0 ? text : editTranslationText(text, { [field]: [...fields[field], ...added!.map((one) => one.text)] });
  return { text: changed ?? text, skipped: old!.map((one) => ({ ...one, reason: 'already-there', articleId })) };
}

/** A question stands once in a language: twice, it would teach two answers at once. */
function findElsewhere({ articles }: KnowledgeBase, articleId: string, locales: ReadonlySet<Locale>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const article of articles.values()) {
    if (article.id === articleId) continue;
    for (const locale of locales) {
      const { phrasings = [], calmPhrasings = [] } = article.translations[locale] ?? {};
      for (const text of [...phrasings, ...calmPhrasings]) found.set(keyOf({ locale, text }), article.id);
    }
  }
  return found;
}

function keyOf({ locale, text }: Phrasing): string {
  return `${locale} ${normaliseQuestion(text)}`;
}

/** The files of a new article: its facts, its source, and each language that somebody asked in. */
function newArticleTexts({ articleId, category, intent, urgency, locale: titled, title, phrasings }: ArticleStart, related: readonly string[]): Map<string, string> {
  const texts = new Map([[articlePath(articleId), stringify({ category, covers: title, intent, urgency, related }, { lineWidth: 0 })]]);
  for (const locale of new Set([DEFAULT_LOCALE, titled, ...phrasings.map((one) => one.locale)])) {
    const own = phrasings.filter((one) => one.locale === locale).map(({ text }) => text);
    texts.set(translationPath(articleId, locale), newTranslationText({ title: locale === titled ? title : '', summary: '', phrasings: own, calmPhrasings: [], body: '\n' }));
  }
  return texts;
}
