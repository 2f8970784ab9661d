import type { Mood } from '../domain/cues.ts';
import type { Locale } from '../domain/locales.ts';
import type { SecretKind } from '../domain/secrets.ts';
import type { Waiting } from '../domain/waiting.ts';
import { findTranslation } from '../knowledge/find-translation.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { composeHandoff } from './compose-handoff.ts';
import type { Verdict } from './decide.ts';
import type { IntakeStep } from './intake.ts';
import type { Translate } from './phrases.ts';
import { createVoice, type Message, type Voice } from './voice.ts';

/** What the words for a verdict depend on besides it. */
export interface Occasion {
  readonly locale: Locale;
  readonly ofSeq: number;
  /** True where nothing was said to the contact yet. */
  readonly isFirst: boolean;
  readonly mood: Mood;
  /** The contact said no more than "yes" or "the second one". */
  readonly isRemark: boolean;
  readonly secrets: readonly SecretKind[];
  /** For who goes to people. */
  readonly waiting: Waiting | null;
  /** By which the contact finds the conversation again; empty where there is none. */
  readonly caseNumber: string;
  /** The contact's country, where it is known. */
  readonly region: string | null;
}

type Moment = Pick<Occasion, 'locale' | 'ofSeq'>;

/** Puts what the assistant does into the contact's language, from approved articles and phrases only. */
export interface Compose {
  forVerdict(verdict: Verdict, occasion: Occasion): Message;
  /** Told while people have the conversation, when a secret was written to them. */
  forSecrets(secrets: readonly SecretKind[], moment: Moment): Message;
  /** A phrased answer with a word on where it comes from, where its articles are in another language. */
  withOrigin(message: Message): Message;
  forIntake(step: NonNullable<IntakeStep>, moment: Moment, isFirst: boolean): Message;
}

export function createCompose(knowledge: KnowledgeBase, translate: Translate): Compose {
  const voiceIn = (locale: Locale): Voice => createVoice(locale, { knowledge, translate });
  return {
    forVerdict(verdict, occasion) {
      const voice = voiceIn(occasion.locale);
      const message = write(verdict, occasion, voice, knowledge);
      const told = verdict.action === 'handoff' && verdict.handoffReason === 'secret' ? [] : occasion.secrets;
      return { ...message, text: [...told.map((kind) => voice.say(`secret.${kind}`)), message.text].join('\n\n') };
    },
    forSecrets(secrets, { locale, ofSeq }) {
      const { say, write: plain } = voiceIn(locale);
      return plain('safety', secrets.map((kind) => say(`secret.${kind}`)).join('\n\n'), ofSeq);
    },
    withOrigin(message) {
      const other = message.citations.find(({ locale }) => locale !== message.locale);
      return other ? { ...message, text: `${voiceIn(message.locale).origin(other.locale)}\n\n${message.text}` } : message;
    },
    forIntake(step, { locale, ofSeq }, isFirst) {
      const { say, write: plain } = voiceIn(locale);
      if (step === 'thanks') return plain('intake', say('intake.thanks'), ofSeq);
      return { ...plain('intake', [...(isFirst ? [say('intake.first')] : []), say(`intake.${step.slot}`)].join('\n\n'), ofSeq), slot: step.slot };
    },
  };
}

function write(verdict: Verdict, occasion: Occasion, voice: Voice, knowledge: KnowledgeBase): Message {
  const { say, quote, write: plain } = voice;
  const { ofSeq } = occasion;
  switch (verdict.action) {
    case 'answer': {
      const quoted = quote(verdict.articleId);
      if (!quoted) return plain('notice', say('noAnswer'), ofSeq);
      const answer = { ...plain('answer', quoted.text, ofSeq), citations: [quoted.citation] };
      return verdict.offersPerson ? { ...answer, text: `${answer.text}\n\n${say('offerPerson')}`, offer: 'person' } : answer;
    }
    case 'clarify': return askBack(verdict, occasion, voice, knowledge);
    case 'handoff': return composeHandoff(verdict, occasion, voice, knowledge.crisisLines);
    case 'decline': {
      const cited = verdict.steps === undefined ? undefined : quote(verdict.steps);
      return { ...plain('chat', say(`decline.${verdict.intent}`), ofSeq), citations: cited ? [cited.citation] : [] };
    }
    case 'chat': return plain('chat', say(chatPhrase(occasion)), ofSeq);
  }
}

function askBack({ question, articleIds }: Extract<Verdict, { action: 'clarify' }>, { ofSeq }: Occasion, { locale, say, write: plain }: Voice, knowledge: KnowledgeBase): Message {
  if (question === 'offer-person') return { ...plain('choices', say('offerPerson'), ofSeq), offer: 'person' };
  if (question === 'is-transaction') return plain('chat', say('isTransactionId'), ofSeq);
  const choices = articleIds.flatMap((articleId) => {
    const translation = findTranslation(knowledge, articleId, locale);
    return translation ? [{ articleId, title: translation.title }] : [];
  });
  if (choices.length === 0) return plain('notice', say(question === 'not-solved' ? 'notSolved' : 'rephrase'), ofSeq);
  return { ...plain('choices', say(question === 'which-choice' ? 'whichOfThem' : 'choose'), ofSeq), choices };
}

/** Nobody who is angry or afraid is met with cheer, and nobody is thanked for a "yes" to nothing. */
function chatPhrase({ isFirst, mood, isRemark }: Occasion): string {
  if (mood !== 'calm' || isRemark) return 'chat.neutral';
  return isFirst ? 'chat.greeting' : 'chat.later';
}
