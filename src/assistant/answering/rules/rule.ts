import type { Locale } from '../../../domain/locales.ts';
import type { Facts } from '../sources/facts.ts';
import type { Sources } from '../sources/sources.ts';
import type { Atom } from '../text/atom.ts';

/** Why an answer is not shown, or not shown on. */
export const VIOLATIONS = ['markup', 'citation', 'link', 'number', 'code', 'language', 'instructions', 'secret', 'promise', 'ungrounded', 'uncited', 'too-long', 'no-answer'] as const;
export type Violation = (typeof VIOLATIONS)[number];

/** `hold`: it depends on what comes next, so nothing is shown until then. */
export type Opinion = 'pass' | 'hold' | Violation;

export function isViolation(opinion: Opinion): opinion is Violation {
  return opinion !== 'pass' && opinion !== 'hold';
}

/** Judges an answer atom by atom, in order. One rule object a text. */
export interface Rule {
  see(atom: Atom): Opinion;
  /** After the last atom; what it still held is judged as it is. */
  end(): Opinion;
}

/** What rules judge by. */
export interface Grounds {
  readonly locale: Locale;
  readonly sources: Sources;
  /** Notes that the answer rests on something, so that a citation can be asked for it at the end. */
  rest(on: (facts: Facts) => boolean): void;
}

/** Whether some given passage has it; notes it where one does. */
export function isGiven({ sources, rest }: Grounds, has: (facts: Facts) => boolean): boolean {
  const given = sources.passages.some(({ facts }) => has(facts));
  if (given) rest(has);
  return given;
}
