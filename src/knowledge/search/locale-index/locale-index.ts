import { CLASSIFIER_DEFAULTS, classify, trainClassifier, type ClassifierOptions, type TextClassifier } from '../classifier/text-classifier.ts';
import { buildLexicalIndex, resemble, type LexicalIndex } from '../lexical/lexical-index.ts';
import { vectorise } from '../linear/feature-space.ts';
import { compileConcepts } from '../text/concept-lexicon.ts';
import { extractFeatures } from '../text/extract-features.ts';
import type { TextFeatures } from '../text/feature-counts.ts';
import type { TrainingSet } from './training-set.ts';

/** What one language knows: a classifier over its questions and articles, and its questions by their words. */
export interface LocaleIndex {
  readonly classifier: TextClassifier;
  readonly lexical: LexicalIndex;
}

/** Few texts a class want less dropout than many. */
const DROPOUT = 0.3;
/** Steps after which more teach nothing: for a hundred articles four passes, within noise of twenty, and published in under two seconds. */
const ENOUGH_STEPS = 15_000;
const PASSES = { least: 4, most: 6 } as const;

function optionsFor({ texts, learning }: TrainingSet): ClassifierOptions {
  const epochs = Math.min(PASSES.most, Math.max(PASSES.least, Math.ceil(ENOUGH_STEPS / texts.length)));
  return { ...CLASSIFIER_DEFAULTS, epochs: learning?.passes ?? epochs, dropout: learning?.dropout ?? DROPOUT };
}

/** Synchronous; about two seconds for a hundred articles, so it belongs in another process. */
export function buildLocaleIndex(set: TrainingSet): LocaleIndex {
  const { texts, concepts } = set;
  const lexicons = concepts.map(compileConcepts);
  const examples = texts.map(({ text, label, kind }) => ({ features: extractFeatures(text, lexicons), label, kind }));
  const classifier = trainClassifier(examples, optionsFor(set));
  const numbers = new Map(classifier.labels.map((label, number) => [label, number]));
  const questions = examples.filter(({ kind }) => kind === 'question');
  const classes = Int32Array.from(questions, ({ label }) => numbers.get(label)!);
  return { classifier, lexical: buildLexicalIndex(classifier.space, questions.map(({ features }) => features.words), classes) };
}

/** What a language's index says of each class, in the order of the classifier's labels (see combine/signals.ts). */
export interface LocaleScores {
  readonly linear: Float64Array;
  readonly lexical: Float64Array;
}

/** Keeps the logarithm of a resemblance finite. */
const RESEMBLANCE_FLOOR = 1e-3;

export function scoreLocale({ classifier, lexical }: LocaleIndex, features: TextFeatures): LocaleScores {
  const words = vectorise(classifier.space, [features.words]);
  const resemblance = resemble(lexical, words, classifier.labels.length);
  return { linear: classify(classifier, features), lexical: resemblance.map((value) => Math.log(value + RESEMBLANCE_FLOOR)) };
}
