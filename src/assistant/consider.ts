import type { Understanding } from '../domain/events.ts';
import { INTENTS } from '../domain/intents.ts';
import type { Locale } from '../domain/locales.ts';
import { raiseUrgency } from '../domain/urgencies.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { compose, type Message } from './compose.ts';
import { decide, type Verdict } from './decide.ts';
import type { Translate } from './phrases.ts';
import { HANDOFFS, type Policy } from './policy.ts';
import { understand, type Understood } from './understand.ts';

/** A contact's words, and what of the conversation they are read in. */
export interface Utterance {
  readonly text: string;
  /** The message that is answered. */
  readonly ofSeq: number;
  /** True where nothing was said to the contact yet. */
  readonly isFirst: boolean;
  /** The conversation's language so far. */
  readonly prior: Locale;
  /** Questions that could not be answered and answers that did not help, in a row. */
  readonly failures: number;
  /** True where the contact only pressed a button: the text is its label. */
  readonly isButton: boolean;
  /** The article that the contact picked among choices. */
  readonly choice?: string | undefined;
  readonly wishesPerson: boolean;
}

/** What the assistant makes of an utterance: everything that it saw, decided and would say. */
export interface Consideration {
  readonly understood: Understood;
  /** What was understood, with the intent and urgency that the verdict rests on. */
  readonly understanding: Understanding;
  readonly verdict: Verdict;
  readonly message: Message;
  /** The language that the contact is answered in. */
  readonly locale: Locale;
}

/** Understand, search, decide, compose. */
export async function consider(utterance: Utterance, { knowledge: { base, search }, translate, policy }: {
  knowledge: Knowledge;
  translate: Translate;
  policy: Policy;
}): Promise<Consideration> {
  const understood = await understand(utterance, {
    search, urgencyOf: (articleId) => base.articles.get(articleId)?.urgency ?? 'low',
  });
  const choice = utterance.choice !== undefined && base.articles.has(utterance.choice) ? utterance.choice : undefined;
  const verdict = decide({ ...utterance, understood, choice }, policy);
  const locale = understood.understanding.locale ?? utterance.prior;
  return {
    understood, verdict, locale,
    understanding: settle(understood.understanding, verdict),
    message: compose(verdict, { ...utterance, locale }, { knowledge: base, translate }),
  };
}

/** A handoff rests on its own intent, which need not be the likeliest one. */
function settle(understanding: Understanding, verdict: Verdict): Understanding {
  if (verdict.action !== 'handoff' || !HANDOFFS[verdict.intent]) return understanding;
  const { intent } = verdict;
  return { ...understanding, intent, urgency: raiseUrgency(INTENTS[intent].urgency, intent === understanding.intent ? understanding.urgency : 'low') };
}
