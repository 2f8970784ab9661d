import { createHash } from 'node:crypto';
import type { Translation } from '../../../domain/article.ts';
import type { Intent } from '../../../domain/intents.ts';
import { DEFAULT_LOCALE, type Locale } from '../../../domain/locales.ts';
import { plainText } from '../../content/article-markdown.ts';
import type { ConceptExpressions, KnowledgeBase } from '../../knowledge-base.ts';

/** A text and what it is about: an article (`article:<id>`) or an intent that no article answers (`intent:<id>`). */
export interface TrainingText {
  readonly label: string;
  readonly text: string;
  /** Questions are what contacts ask; passages are what articles say, whose words a question may use too. */
  readonly kind: 'question' | 'passage';
}

/** Everything that an index is built from. Plain data: it crosses to another process. */
export interface TrainingSet {
  /** Name of the index and of its file. */
  readonly name: string;
  readonly texts: readonly TrainingText[];
  /** One list a language whose words the texts may use. */
  readonly concepts: readonly ConceptExpressions[];
}

/** Shorter sentences of an article ("Note:") teach nothing. */
const MIN_PASSAGE_LENGTH = 8;

export function articleLabel(articleId: string): string {
  return `article:${articleId}`;
}

export function intentLabel(intent: Intent): string {
  return `intent:${intent}`;
}

/** The article that a label names, or undefined where it names an intent. */
export function labelledArticle(label: string): string | undefined {
  return label.startsWith('article:') ? label.slice('article:'.length) : undefined;
}

export function labelledIntent(label: string): Intent | undefined {
  return label.startsWith('intent:') ? label.slice('intent:'.length) as Intent : undefined;
}

/** What a language's index learns from, with the concepts of English too, whose terms stand in every language. */
export function collectTrainingSet({ articles, utterances, concepts }: KnowledgeBase, locale: Locale): TrainingSet {
  const texts: TrainingText[] = [];
  for (const { id, translations } of articles.values()) {
    const translation = translations[locale];
    if (translation) texts.push(...textsOf(translation, articleLabel(id)));
  }
  for (const list of utterances) {
    if (list.locale === locale) texts.push(...list.utterances.map((text) => ({ label: intentLabel(list.intent), text, kind: 'question' as const })));
  }
  const lists = [...new Set([concepts[locale], concepts[DEFAULT_LOCALE]])].filter((list) => list !== undefined);
  return { name: `questions-${locale}`, texts, concepts: lists };
}

function textsOf({ title, summary, phrasings, body }: Translation, label: string): TrainingText[] {
  const questions = [title, ...phrasings].map((text) => ({ label, text, kind: 'question' as const }));
  const passages = [summary, ...splitSentences(plainText(body))].map((text) => ({ label, text, kind: 'passage' as const }));
  return [...questions, ...passages];
}

function splitSentences(text: string): string[] {
  return text.split(/(?<=[.!?。！？।؟])\s*|\n+/).map((sentence) => sentence.trim()).filter((sentence) => sentence.length >= MIN_PASSAGE_LENGTH);
}

/** Raised whenever the same training set would give another index. */
const FORMAT = 3;

/** Names what an index is built from: the same key, the same index. */
export function trainingKey(set: TrainingSet): string {
  return createHash('sha256').update(JSON.stringify([FORMAT, set])).digest('hex');
}
