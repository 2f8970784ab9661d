import { createDraw } from './draw.ts';
import { measureCaughtMisspelt, measureCaughtValid, measureUnspacedChinese, type Caught } from './measure-caught.ts';
import { measureFalseAlarms, type FalseAlarms } from './measure-false-alarms.ts';
import { measureSlowest, type Slowest } from './measure-slowest.ts';

export interface SecretsReport {
  /** Valid phrases in ten lists, lengths and ways of writing, and keys, cards, tokens, passwords and codes; must be all. */
  readonly caughtValid: Caught;
  /** Phrases with one wrong word, by list and by mistake; at least 0.98 each list. */
  readonly caughtMisspelt: { readonly byList: Readonly<Record<string, number>>; readonly byMistake: Readonly<Record<string, number>>; readonly count: number; readonly missed: readonly string[] };
  /** Chinese phrases without blanks, in a text that speaks of a phrase and in one that does not. */
  readonly caughtUnspacedChinese: { readonly spokenOf: number; readonly silent: number };
  /** Texts without a secret in which one was seen; at most 0.001. */
  readonly falseAlarms: FalseAlarms;
  /** The slowest text of 80,000 characters; at most 50 ms. */
  readonly slowest: Slowest;
}

export interface MeasureOptions {
  /** Sentences without secrets, in any language. */
  readonly harmlessSentences: readonly string[];
  /** How much of everything is generated, 0 to 1; 1 takes about a minute. */
  readonly share?: number;
}

/**
 * Proves the finders of secrets on generated texts.
 * @param seed any integer but 0; the same seed gives the same texts.
 */
export function measureSecrets(seed: number, { harmlessSentences, share = 1 }: MeasureOptions): SecretsReport {
  const draw = createDraw(seed);
  return {
    caughtValid: measureCaughtValid(draw, share),
    caughtMisspelt: measureCaughtMisspelt(draw, share),
    caughtUnspacedChinese: measureUnspacedChinese(draw, share),
    falseAlarms: measureFalseAlarms(draw, harmlessSentences, share),
    slowest: measureSlowest(draw, share),
  };
}
