import type { Citation, EventData } from '../domain/events.ts';
import type { IntakeSlot } from '../domain/handoff.ts';
import type { Locale } from '../domain/locales.ts';
import type { SecretKind } from '../domain/secrets.ts';
import type { Waiting } from '../domain/waiting.ts';
import { findTranslation } from '../knowledge/find-translation.ts';
import { renderArticle } from '../knowledge/content/render-article.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Mood } from '../domain/cues.ts';
import type { Question, Verdict } from './decide.ts';
import type { IntakeStep } from './intake.ts';
import type { Translate } from './phrases.ts';

export type Message = EventData<'message.sent'>;

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
  /** The contact's country, where it is known. */
  readonly region: string | null;
}

type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Puts what the assistant does into the contact's language, from approved articles and phrases only. */
export function createCompose(knowledge: KnowledgeBase, translate: Translate) {
  const exchange = knowledge.exchange['name'] ?? '';
  const sayIn = (locale: Locale): Say => (key, values = {}) => translate(locale, `assistant.${key}`, { exchange, ...values });
  const plain = (kind: Message['kind'], text: string, { locale, ofSeq }: Pick<Occasion, 'locale' | 'ofSeq'>): Message =>
    ({ author: { kind: 'assistant' }, kind, text, locale, citations: [], choices: [], ofSeq });

  return { forVerdict, forSecrets, forIntake };

  function forVerdict(verdict: Verdict, occasion: Occasion): Message {
    const say = sayIn(occasion.locale);
    const message = write(verdict, occasion, say);
    const secrets = verdict.action === 'handoff' && verdict.handoffReason === 'secret' ? [] : occasion.secrets;
    return { ...message, text: [...secrets.map((kind) => say(`secret.${kind}`)), message.text].join('\n\n') };
  }

  function write(verdict: Verdict, occasion: Occasion, say: Say): Message {
    switch (verdict.action) {
      case 'answer': {
        const quoted = quote(verdict.articleId, occasion.locale, say);
        if (!quoted) return plain('notice', say('noAnswer'), occasion);
        const answer = { ...plain('answer', quoted.text, occasion), citations: [quoted.citation] };
        return verdict.offersPerson ? { ...answer, text: `${answer.text}\n\n${say('offerPerson')}`, offer: 'person' } : answer;
      }
      case 'clarify': return writeQuestion(verdict.question, verdict.articleIds, occasion, say);
      case 'handoff': return writeHandoff(verdict, occasion, say);
      case 'decline': {
        const cited = verdict.steps === undefined ? undefined : quote(verdict.steps, occasion.locale, say);
        return { ...plain('chat', say(`decline.${verdict.intent}`), occasion), citations: cited ? [cited.citation] : [] };
      }
      case 'chat': return plain('chat', say(chatPhrase(occasion)), occasion);
    }
  }

  function writeQuestion(question: Question, articleIds: readonly string[], occasion: Occasion, say: Say): Message {
    if (question === 'offer-person') return { ...plain('choices', say('offerPerson'), occasion), offer: 'person' };
    if (question === 'is-transaction') return plain('chat', say('isTransactionId'), occasion);
    const choices = articleIds.flatMap((articleId) => {
      const translation = findTranslation(knowledge, articleId, occasion.locale);
      return translation ? [{ articleId, title: translation.title }] : [];
    });
    if (choices.length === 0) return plain('notice', say(question === 'not-solved' ? 'notSolved' : 'rephrase'), occasion);
    return { ...plain('choices', say(question === 'which-choice' ? 'whichOfThem' : 'choose'), occasion), choices };
  }

  /** What happens, what to do at once, how long it takes: in this order, as somebody in fear reads the beginning. */
  function writeHandoff({ handoffReason, steps, urgency }: Extract<Verdict, { action: 'handoff' }>, occasion: Occasion, say: Say): Message {
    const quoted = steps === undefined ? undefined : quote(steps, occasion.locale, say);
    const brief = occasion.mood !== 'calm' && (handoffReason === 'incident' || handoffReason === 'fraud');
    const opening = handoffReason === 'secret'
      ? [...occasion.secrets.map((kind) => say(`secret.${kind}`)), say('secret.person')]
      : [say(`${brief ? 'handoffBrief' : 'handoff'}.${handoffReason}`)];
    const text = [
      ...opening,
      ...(quoted ? [quoted.text] : []),
      ...(handoffReason === 'distress' ? crisisLines(occasion, say) : []),
      ...(occasion.waiting ? [waitingTime(occasion.waiting, handoffReason === 'distress', say)] : []),
    ].join('\n\n');
    return { ...plain(quoted || urgency === 'critical' ? 'safety' : 'notice', text, occasion), citations: quoted ? [quoted.citation] : [] };
  }

  function crisisLines({ locale, region }: Occasion, say: Say): string[] {
    const { assume, directory, regions } = knowledge.crisisLines;
    const lines = regions[region ?? assume[locale] ?? ''] ?? [];
    const known = lines.map(({ name, phone, hours }) => say('crisis.line', { name, phone, hours: hours === '24/7' ? say('crisis.always') : hours }));
    return [[...known, say('crisis.directory', { url: `[${new URL(directory.url).host}](${directory.url})` })].join('\n\n')];
  }

  /** Told while people have the conversation, when a secret was written to them. */
  function forSecrets(secrets: readonly SecretKind[], occasion: Pick<Occasion, 'locale' | 'ofSeq'>): Message {
    const say = sayIn(occasion.locale);
    return plain('safety', secrets.map((kind) => say(`secret.${kind}`)).join('\n\n'), occasion);
  }

  function forIntake(step: NonNullable<IntakeStep>, occasion: Pick<Occasion, 'locale' | 'ofSeq'>, isFirst: boolean): Message {
    const say = sayIn(occasion.locale);
    if (step === 'thanks') return plain('intake', say('intake.thanks'), occasion);
    const slot: IntakeSlot = step.slot;
    return { ...plain('intake', [...(isFirst ? [say('intake.first')] : []), say(`intake.${slot}`)].join('\n\n'), occasion), slot };
  }

  /** What an article answers, with where it stands. Says so where it is in another language than the contact's. */
  function quote(articleId: string, locale: Locale, say: Say): { text: string; citation: Citation } | undefined {
    const translation = findTranslation(knowledge, articleId, locale);
    if (!translation) return undefined;
    const { title, answer } = renderArticle(translation, {
      exchange: knowledge.exchange,
      resolveArticle: (id) => `/help/${translation.locale}/${id}`,
    });
    const text = translation.locale === locale ? answer : `${say('otherLanguage')}\n\n${answer}`;
    return { text, citation: { articleId, locale: translation.locale, revision: translation.revision, title } };
  }
}

export type Compose = ReturnType<typeof createCompose>;

/** Nobody who is angry or afraid is met with cheer, and nobody is thanked for a "yes" to nothing. */
function chatPhrase({ isFirst, mood, isRemark }: Occasion): string {
  if (mood !== 'calm' || isRemark) return 'chat.neutral';
  return isFirst ? 'chat.greeting' : 'chat.later';
}

/** @param isDistress somebody who should stay is not told that they may leave. */
function waitingTime({ place, minutes }: Waiting, isDistress: boolean, say: Say): string {
  return [
    place === 1 ? say('waiting.next') : say('waiting.place', { place }),
    ...(minutes === null ? (isDistress ? [] : [say('waiting.unknown')]) : [say('waiting.minutes', { count: minutes })]),
  ].join(' ');
}
