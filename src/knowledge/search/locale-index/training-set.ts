import { createHash } from 'node:crypto';
import type { Translation } from '../../../domain/article.ts';
import type { Cue } from '../../../domain/cues.ts';
import { INTENTS, type Intent } from '../../../domain/intents.ts';
import { DEFAULT_LOCALE, type Locale } from '../../../domain/locales.ts';
import type { Urgency } from '../../../domain/urgencies.ts';
import { plainText } from '../../content/article-markdown.ts';
import { splitSentences } from '../../content/split-sentences.ts';
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
  /** Where the common way of learning is not the best. */
  readonly learning?: {
    /** Passes over the texts, at least. */
    readonly passes: number;
    /** Share of features left out at each step. */
    readonly dropout: number;
  };
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

/** A way to read an utterance: what its writer wants, and how urgent it is. */
export interface Reading {
  readonly intent: Intent;
  readonly urgency: Urgency;
}

export function readingLabel({ intent, urgency }: Reading): string {
  return `${intent}@${urgency}`;
}

export function labelledReading(label: string): Reading {
  const [intent, urgency] = label.split('@') as [Intent, Urgency];
  return { intent, urgency };
}

/** What a language's index learns from, with the concepts of English too, whose terms stand in every language. */
export function collectTrainingSet({ articles, utterances, concepts }: KnowledgeBase, locale: Locale): TrainingSet {
  const texts: TrainingText[] = [];
  for (const { translations } of articles.values()) {
    const translation = translations[locale];
    if (translation) texts.push(...textsOf(translation));
  }
  for (const list of utterances) {
    // What articles answer is told apart by the articles themselves.
    if (list.locale === locale && INTENTS[list.intent].action !== 'answer') texts.push(...list.utterances.map((text) => ({ label: intentLabel(list.intent), text, kind: 'question' as const })));
  }
  return { name: `questions-${locale}`, texts, concepts: conceptsFor(concepts, locale) };
}

/** Said in answer to something; by themselves these words want nothing, and least of all alarm. */
const REMARKS: readonly Cue[] = ['yes', 'no', 'first', 'second', 'third', 'last', 'none-of-these', 'skip', 'solved', 'time-now', 'time-today', 'time-yesterday', 'time-last-week'];

/** What tells intents and urgencies apart in a language: all questions, with what each means. */
export function collectReadingSet({ articles, utterances, concepts, cues, policy }: KnowledgeBase, locale: Locale): TrainingSet {
  const texts: TrainingText[] = [];
  const add = (reading: Reading, questions: readonly string[]): void => {
    texts.push(...questions.map((text) => ({ label: readingLabel(reading), text, kind: 'question' as const })));
  };
  for (const { intent, urgency, calmIntent, translations } of articles.values()) {
    const translation = translations[locale];
    if (!translation) continue;
    add({ intent, urgency }, [translation.title, ...translation.phrasings]);
    if (calmIntent) add({ intent: calmIntent, urgency: policy.intents[calmIntent].urgency }, translation.calmPhrasings);
  }
  for (const list of utterances) if (list.locale === locale) add(list, list.utterances);
  const remarks = REMARKS.flatMap((cue) => cues[locale]?.[cue] ?? []).filter((expression) => !expression.endsWith('*')).map((expression) => expression.replace(/^=/, ''));
  add({ intent: 'small_talk', urgency: policy.intents.small_talk.urgency }, remarks);
  return { name: `readings-${locale}`, texts, concepts: conceptsFor(concepts, locale), learning: READINGS_LEARNING };
}

/** Fewer classes with more texts each: measured on the dev cases of ten languages, 57 of 60 dangers found instead of 53 with the common passes. */
const READINGS_LEARNING = { passes: 8, dropout: 0.4 };

function conceptsFor(concepts: KnowledgeBase['concepts'], locale: Locale): ConceptExpressions[] {
  return [...new Set([concepts[locale], concepts[DEFAULT_LOCALE]])].filter((list) => list !== undefined);
}

/** Of each translation that is there still: a change of one article reads the others' sentences no second time. */
const read = new WeakMap<Translation, readonly TrainingText[]>();

function textsOf(translation: Translation): readonly TrainingText[] {
  const texts = read.get(translation) ?? readTexts(translation);
  read.set(translation, texts);
  return texts;
}

function readTexts({ articleId, title, summary, phrasings, calmPhrasings, body }: Translation): TrainingText[] {
  const label = articleLabel(articleId);
  const questions = [title, ...phrasings, ...calmPhrasings].map((text) => ({ label, text, kind: 'question' as const }));
  const passages = [summary, ...splitSentences(plainText(body)).filter((sentence) => sentence.length >= MIN_PASSAGE_LENGTH)].map((text) => ({ label, text, kind: 'passage' as const }));
  return [...questions, ...passages];
}

/** Raised whenever the same training set would give another index. */
const FORMAT = 4;

/** Half a megabyte of text is read for one; a set never changes. */
const keys = new WeakMap<TrainingSet, string>();

/** Names what an index is built from: the same key, the same index. */
export function trainingKey(set: TrainingSet): string {
  const key = keys.get(set) ?? createHash('sha256').update(JSON.stringify([FORMAT, set])).digest('hex');
  keys.set(set, key);
  return key;
}
