import type { Locale } from '../../../domain/locales.ts';
import type { Facts } from './facts.ts';

/** A part of an article that a model is given to answer from: the answer, or one section. */
export interface Passage {
  /** By which the model cites it, from 1. */
  readonly number: number;
  readonly articleId: string;
  readonly revision: string;
  readonly locale: Locale;
  /** The article's title. */
  readonly title: string;
  /** Markdown, variables filled in and links resolved. */
  readonly text: string;
  /** What it contains that an answer may repeat. */
  readonly facts: Facts;
}
