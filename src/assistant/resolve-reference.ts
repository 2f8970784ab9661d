import type { Cue } from '../domain/cues.ts';
import type { Entity } from '../domain/entities.ts';
import type { Choice } from '../domain/events.ts';
import type { Cues } from './read-cues.ts';
import type { Context } from './read-context.ts';

/** What an utterance means only together with what went before it. */
export type Reference =
  | { readonly kind: 'choice'; readonly articleId: string }
  | { readonly kind: 'which-choice' | 'none-of-these' | 'accepts-person' | 'refuses-person' | 'unsolved' | 'solved' }
  /** The answer to it was just given. */
  | { readonly kind: 'asked-again' }
  /** Nothing but a transaction id or an address, and nothing was asked before. */
  | { readonly kind: 'bare-code' }
  /** Adds to the last question, which it must be read with. */
  | { readonly kind: 'addition' };

/** "Yes", "the second one" and the like are answers only when they are nearly all that is said. */
const SHORT = 6;
/** "It still does not work" may come with a few words of how. */
const REMARK = 14;
/** A contact who adds a fact writes few words beside it. */
const FACT_WORDS = 4;
const ORDINALS: readonly Cue[] = ['first', 'second', 'third'];
/** Facts that mean nothing alone. */
const FACTS: ReadonlySet<Entity['kind']> = new Set(['transaction', 'address', 'coin', 'network', 'amount', 'order', 'ticket', 'date']);
const CODES: ReadonlySet<Entity['kind']> = new Set(['transaction', 'address']);

/** @param text as it was written. Undefined where the utterance stands for itself. */
export function resolveReference(text: string, { cues, entities }: { cues: Cues; entities: readonly Entity[] }, context: Context): Reference | undefined {
  const short = cues.length <= SHORT;
  if (short && context.choices.length > 0) {
    const picked = pickChoice(text, { cues, entities }, context.choices);
    if (picked) return picked;
  }
  if (short && context.personOffered) {
    if (cues.has('no')) return { kind: 'refuses-person' };
    if (cues.has('yes')) return { kind: 'accepts-person' };
  }
  if (context.question !== null && cues.length <= REMARK) {
    if (cues.has('unsolved')) return { kind: 'unsolved' };
    if (cues.has('solved')) return { kind: 'solved' };
    if (short && context.wasAnswered && cues.has('no') && !cues.has('yes')) return { kind: 'unsolved' };
  }
  return isBareFact(cues, entities) ? factReference(entities, context) : undefined;
}

/** By number, by word ("the second one", "the last one"), or by its title. A bare "yes" takes the only one, and begs the question of several. */
function pickChoice(text: string, { cues, entities }: { cues: Cues; entities: readonly Entity[] }, choices: readonly Choice[]): Reference | undefined {
  if (cues.has('none-of-these')) return { kind: 'none-of-these' };
  const number = entities.some(({ kind }) => kind === 'amount' || kind === 'date') ? undefined : loneDigit(text);
  const place = number === undefined ? ORDINALS.findIndex((cue) => cues.has(cue)) : number - 1;
  const at = place < 0 && cues.has('last') ? choices.length - 1 : place;
  const titled = choices.find(({ title }) => fold(title) === fold(text));
  const agreed = cues.has('yes') && !cues.has('no');
  const choice = titled ?? (at >= 0 ? choices[at] : undefined) ?? (choices.length === 1 && agreed ? choices[0] : undefined);
  if (choice) return { kind: 'choice', articleId: choice.articleId };
  if (agreed) return { kind: 'which-choice' };
  return cues.has('no') ? { kind: 'none-of-these' } : undefined;
}

/** The one digit of a text, of any script; undefined where there are none or several. */
function loneDigit(text: string): number | undefined {
  const digits = text.match(/\p{Nd}/gu) ?? [];
  const [digit] = digits;
  if (digit === undefined || digits.length > 1) return undefined;
  // Digits stand in order in every script that has its own.
  let zero = digit.codePointAt(0)!;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && digit.codePointAt(0)! - zero < 9) zero -= 1;
  return digit.codePointAt(0)! - zero;
}

function isBareFact(cues: Cues, entities: readonly Entity[]): boolean {
  const covered = entities.filter(({ kind }) => FACTS.has(kind));
  return covered.length > 0 && cues.length <= FACT_WORDS + covered.length * 2;
}

function factReference(entities: readonly Entity[], { question }: Context): Reference | undefined {
  if (question !== null) return { kind: 'addition' };
  return entities.some(({ kind }) => CODES.has(kind)) && entities.every(({ kind }) => CODES.has(kind)) ? { kind: 'bare-code' } : undefined;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
}
