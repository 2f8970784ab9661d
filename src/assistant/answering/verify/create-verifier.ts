import type { Citation } from '../../../domain/events.ts';
import type { Locale } from '../../../domain/locales.ts';
import type { Facts } from '../sources/facts.ts';
import type { Passage } from '../sources/passage.ts';
import type { Sources } from '../sources/sources.ts';
import { watchAddresses } from '../rules/watch-addresses.ts';
import { watchCodes } from '../rules/watch-codes.ts';
import { watchLanguage, type DetectLanguage } from '../rules/watch-language.ts';
import { watchNumberWords } from '../rules/watch-number-words.ts';
import { watchNumbers } from '../rules/watch-numbers.ts';
import { watchPrompt } from '../rules/watch-prompt.ts';
import { watchSpeech } from '../rules/watch-speech.ts';
import { watchSpelling } from '../rules/watch-spelling.ts';
import { watchWords } from '../rules/watch-words.ts';
import { isViolation, type Rule, type Violation } from '../rules/rule.ts';
import type { Atom } from '../text/atom.ts';
import { foldText } from '../text/fold-text.ts';
import { createLexer } from '../text/create-lexer.ts';
import { removeInvisible } from '../text/remove-invisible.ts';
import { createRelease } from './create-release.ts';
import { joinRules } from './join-rules.ts';

export interface VerifierOptions {
  readonly locale: Locale;
  readonly sources: Sources;
  /** Everything that the model was told by us, and the marker of its fences. */
  readonly instructions: string;
  readonly marker: string;
  readonly detectLanguage: DetectLanguage;
}

/** What may be shown now, '' where nothing may yet; or why nothing more may ever be. */
export type Step = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: Violation };

export interface Verifier {
  push(piece: string): Step;
  /** The rest, once the model has ended. */
  end(): Step;
  /** What the answer cited, each article once, in order. Complete after `end`. */
  citations(): Citation[];
}

/** Longest answer in UTF-16 code units: several times what the prompt asks for. */
const MAX_LENGTH = 2_500;
/** What the prompt says instead of an answer, as it is compared. */
const NO_ANSWER = 'noanswer';
/** A first word that is not complete yet is shown where approved texts have words that begin so. */
const FIRST_LETTERS = /^\p{L}{1,20}$/u;

/**
 * Verifies an answer while it is written. What it gives out was judged by every rule; what cannot be
 * judged yet is held back, mostly a word. After the first violation it gives out nothing.
 */
export function createVerifier(options: VerifierOptions): Verifier {
  const { sources } = options;
  const cited = new Set<number>();
  const rested: ((facts: Facts) => boolean)[] = [];
  const judge = joinRules(createRules(options, (on) => { rested.push(on); }));
  const lexer = createLexer();
  const release = createRelease();
  let broken: Violation | undefined;
  let length = 0;
  /** A surrogate pair may come in two pieces. */
  let half = '';

  function feed(atoms: readonly Atom[]): Step {
    for (const atom of atoms) {
      broken = feedOne(atom);
      if (broken) return { ok: false, reason: broken };
    }
    return { ok: true, text: release.take() };
  }

  function feedOne(atom: Atom): Violation | undefined {
    length += atom.raw.length;
    if (length > MAX_LENGTH) return 'too-long';
    if (atom.kind === 'markup') return 'markup';
    if (foldText(atom.raw) === NO_ANSWER) return 'no-answer';
    if (atom.kind === 'citation') {
      if (atom.numbers.some((number) => !sources.passages.some((passage) => passage.number === number))) return 'citation';
      for (const number of atom.numbers) cited.add(number);
    }
    const opinion = judge.see(atom);
    if (isViolation(opinion)) return opinion;
    release.add(atom, opinion === 'hold');
    return undefined;
  }

  function end(): Step {
    if (broken) return { ok: false, reason: broken };
    const last = feed(lexer.end());
    if (!last.ok) return last;
    const opinion = judge.end();
    if (isViolation(opinion)) return { ok: false, reason: opinion };
    if (cited.size === 0) return { ok: false, reason: 'uncited' };
    const read = sources.passages.filter(({ number }) => cited.has(number));
    if (!rested.every((on) => read.some(({ facts }) => on(facts)) || on(sources.own))) return { ok: false, reason: 'uncited' };
    return { ok: true, text: last.text + release.end() };
  }

  /** A contact who waits sees that something comes with the first piece, not with the second. */
  function showFirst(letters: string): string {
    const isSafe = FIRST_LETTERS.test(letters) && !NO_ANSWER.startsWith(foldText(letters)) && sources.words.isBeginning(foldText(letters));
    return isSafe ? release.ahead(letters) : '';
  }

  return {
    push(piece) {
      if (broken) return { ok: false, reason: broken };
      const whole = half + piece;
      half = /[\uD800-\uDBFF]$/.exec(whole)?.[0] ?? '';
      const step = feed(lexer.push(removeInvisible(half ? whole.slice(0, -1) : whole)));
      return step.ok && length === 0 ? { ok: true, text: showFirst(lexer.rest()) } : step;
    },
    end,
    citations: () => toCitations(sources.passages, cited),
  };
}

function createRules({ locale, sources, instructions, marker, detectLanguage }: VerifierOptions, rest: (on: (facts: Facts) => boolean) => void): Rule[] {
  const grounds = { locale, sources, rest };
  return [
    watchPrompt(grounds, instructions, marker), watchSpeech(grounds), watchAddresses(grounds), watchNumbers(grounds), watchCodes(grounds),
    watchNumberWords(grounds), watchSpelling(), watchLanguage(grounds, detectLanguage), watchWords(grounds),
  ];
}

function toCitations(passages: readonly Passage[], cited: ReadonlySet<number>): Citation[] {
  const citations = new Map<string, Citation>();
  for (const number of cited) {
    const passage = passages.find((one) => one.number === number);
    if (passage) citations.set(passage.articleId, { articleId: passage.articleId, locale: passage.locale, revision: passage.revision, title: passage.title });
  }
  return [...citations.values()];
}
