import { v7 as uuidv7 } from 'uuid';
import { AppError } from '../../domain/errors.ts';
import type { Translation } from '../../domain/article.ts';
import { DEFAULT_LOCALE, type Locale } from '../../domain/locales.ts';
import type { Redact } from '../../domain/secrets.ts';
import { parseTranslationFile } from '../../knowledge/files/translation-file.ts';
import { writeTranslationFile } from '../../knowledge/files/write-translation-file.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { articleTranslationSchema } from '../../prompts/output-schemas.ts';
import { renderPrompt } from '../../prompts/render-prompt.ts';
import { instructionsOf } from '../answering/ask-verified.ts';
import { removeInvisible } from '../answering/text/remove-invisible.ts';
import { languageName } from '../answering/sources/select-passages.ts';
import { checkCopy } from '../answering/verify/check-copy.ts';
import { answeringOptions, type LanguageModelParts } from '../language-skills.ts';
import { compareTranslation, type TranslationWarning } from './compare-translation.ts';

export interface ProposedTranslation {
  /** The whole document, front matter and body. */
  readonly text: string;
  /** What differs from the source and must be looked at. */
  readonly warnings: TranslationWarning[];
  readonly model: string;
  /** As `translate-article@1`. */
  readonly prompt: string;
}

/**
 * A model's translation of an article, for an editor to read: nothing is saved. Facts that differ from the source are named, not hidden.
 * Rejects with AppError `not-found` (no such article, or no English), `invalid-input` (`locale`, `source`) or `unavailable` (the model
 * fails, or says what must not be said).
 */
export type ProposeTranslation = (request: {
  readonly articleId: string;
  readonly locale: Locale;
  /** The English document to translate from; the published one where it is null. */
  readonly source: string | null;
}) => Promise<ProposedTranslation>;

/** Phrasings that a model writes anew: enough to be found by, few enough for one answer. */
const MOST_PHRASINGS = 20;
/** An editor waits for a whole article longer than a contact for an answer. */
const LIMIT_MS = 120_000;

export function createProposeTranslation(parts: Pick<LanguageModelParts, 'model' | 'prompts'>, { knowledge, redact }: { knowledge: () => Knowledge; redact: Redact }): ProposeTranslation {
  const { model, prompts, random, detectLanguage } = answeringOptions(parts, knowledge);
  const prompt = prompts['translate-article'];
  return async ({ articleId, locale, source: written }) => {
    if (locale === DEFAULT_LOCALE) throw new AppError('invalid-input', 'locale: expected another language than that of the source', { field: 'locale' });
    const { base } = knowledge();
    const source = written === null ? base.articles.get(articleId)?.translations[DEFAULT_LOCALE] : readSource(written, articleId, redact);
    if (!source) throw new AppError('not-found', `there is no article ${articleId} in ${DEFAULT_LOCALE}`, { field: 'articleId' });
    const marker = random();
    const rendered = renderPrompt(prompt, { exchange: base.exchange['name'] ?? '', language: languageName(locale), article: writeArticle(source) }, marker);
    const answer = await model.judge({ ...rendered, chargeTo: `translation-${uuidv7()}`, timeoutMs: LIMIT_MS }, articleTranslationSchema);
    const copy = { ...clean(answer), articleId, locale };
    const wrong = checkCopy({ text: wordsOf(source), locale: DEFAULT_LOCALE }, { text: wordsOf(copy), locale }, { instructions: instructionsOf(prompt, rendered.system), marker });
    if (wrong === 'instructions') throw new AppError('unavailable', 'the model answered with something else than a translation; try again');
    const warnings = compareTranslation(source, copy);
    if (wrong) warnings.push({ field: 'body', problem: `says what the source does not (${wrong})`, expected: 'nothing that the source does not say' });
    if ((detectLanguage(copy.body, locale) ?? locale) !== locale) warnings.push({ field: 'body', problem: 'is not in the language', expected: languageName(locale) });
    return { text: writeTranslationFile(copy), warnings, model: model.id, prompt: rendered.prompt };
  };
}

function readSource(text: string, articleId: string, redact: Redact): Translation {
  // What is written here goes to a model, which may be somebody else's machine.
  const { kinds } = redact(text);
  if (kinds.length > 0) throw new AppError('invalid-input', `source: expected no secrets, but this looks like ${kinds.join(', ')}`, { field: 'source' });
  const parsed = parseTranslationFile(text, `articles/${articleId}/${DEFAULT_LOCALE}.md`, articleId, DEFAULT_LOCALE);
  if (parsed.ok) return parsed.parsed.value;
  const [first] = parsed.problems;
  throw new AppError('invalid-input', `source: line ${first?.line}, ${first?.field} ${first?.problem} (expected ${first?.expected})`, { field: 'source' });
}

function writeArticle({ title, summary, body, phrasings, calmPhrasings }: Translation): string {
  const list = (lines: readonly string[]): string => lines.slice(0, MOST_PHRASINGS).map((line) => `\n- ${line.replaceAll('\n', ' ')}`).join('');
  return `Title: ${title}\nSummary: ${summary}\nBody:\n${body}\nPhrasings:${list(phrasings)}\nCalm phrasings:${list(calmPhrasings)}`.toWellFormed();
}

type Words = Pick<Translation, 'title' | 'summary' | 'body' | 'phrasings' | 'calmPhrasings'>;

function clean({ title, summary, body, phrasings, calmPhrasings }: Words): Words {
  const line = (text: string): string => removeInvisible(text).replace(/\s+/g, ' ').trim();
  const lines = (all: readonly string[]): string[] => [...new Set(all.map(line).filter((one) => one !== ''))];
  return { title: line(title), summary: line(summary), body: removeInvisible(body).trim(), phrasings: lines(phrasings), calmPhrasings: lines(calmPhrasings) };
}

function wordsOf({ title, summary, body }: Words): string {
  return `${title}\n\n${summary}\n\n${body}`;
}
