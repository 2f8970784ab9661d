import type { HandoffReason } from '../domain/handoff.ts';
import { DANGERS, INTENTS, type Intent } from '../domain/intents.ts';
import type { Policy } from '../domain/policy.ts';
import type { SecretKind } from '../domain/secrets.ts';
import { raiseUrgency, type Urgency } from '../domain/urgencies.ts';
import type { Reference } from './resolve-reference.ts';
import { urgencyOf, type Understood } from './understand.ts';

/** What the assistant asks back when it cannot tell what is meant. */
export type Question = 'rephrase' | 'not-solved' | 'which-choice' | 'offer-person' | 'is-transaction';

/** `unsolved`: it is about an answer that did not help, and no question of its own. */
export type Verdict = { readonly reasons: readonly string[]; readonly intent: Intent; readonly urgency: Urgency; readonly unsolved?: true } & (
  | { readonly action: 'answer'; readonly articleId: string; /** Too much did not help already: a person is offered beside it. */ readonly offersPerson: boolean }
  | { readonly action: 'clarify'; readonly articleIds: readonly string[]; readonly question: Question; readonly failed: boolean }
  | { readonly action: 'handoff'; readonly handoffReason: HandoffReason; readonly steps?: string | undefined }
  | { readonly action: 'decline'; readonly steps?: string | undefined }
  | { readonly action: 'chat' }
);

export interface Situation {
  readonly understood: Pick<Understood, 'understanding' | 'ranking' | 'readings' | 'intents'>;
  /** What the utterance refers to, where it does not stand for itself. */
  readonly reference?: Reference | undefined;
  /** The article that the contact picked among choices by pressing it. */
  readonly choice?: string | undefined;
  /** The contact pressed the button that asks for a person. */
  readonly wishesPerson: boolean;
  /** Failures about the same thing so far. */
  readonly failures: number;
  /** The text is the label of a button, so what it says is not the contact's own report. */
  readonly isButton: boolean;
  /** The text is hardly more than "yes" or "the second one", and answers what was offered. */
  readonly isReply: boolean;
  /** The text tells what a waiting contact was asked: no wish for a person or complaint, though danger is danger. */
  readonly answersIntake: boolean;
  /** What was taken out of the text before it was stored. */
  readonly secrets: readonly SecretKind[];
  /** Articles that were given already, and those that were offered last. */
  readonly given: ReadonlySet<string>;
  readonly offered: readonly string[];
}

/**
 * What to do about an utterance. Pure, and in this order: secrets and danger, a wish for a person,
 * what was picked, the rest that goes to people, repeated failure, then answer, clarify, decline.
 * A wish for a person that tells of an incident too is handed over as the incident that it is.
 */
export function decide(situation: Situation, policy: Policy): Verdict {
  const { understood: { understanding: { intent, urgency } }, reference, choice } = situation;
  const own = { intent, urgency };
  const secret = findSecretHandoff(situation, policy);
  if (secret) return secret;
  const danger = situation.isButton || situation.isReply ? undefined : findHandoff(situation.understood, policy, DANGERS);
  if (danger) return danger;
  if (situation.wishesPerson || reference?.kind === 'accepts-person') {
    return { ...own, urgency: raiseUrgency(own.urgency, policy.intents.human_request.urgency), action: 'handoff', handoffReason: 'asked', reasons: ['the contact asked for a person'] };
  }
  const picked = choice ?? (reference?.kind === 'choice' ? reference.articleId : undefined);
  if (picked !== undefined) return { ...own, action: 'answer', articleId: picked, offersPerson: situation.failures >= policy.offerPersonAfter, reasons: ['the contact picked this article'] };
  const toPeople = situation.isButton || situation.isReply || situation.answersIntake ? undefined : findHandoff(situation.understood, policy, HANDED_OVER);
  if (toPeople) return toPeople;
  if (reference?.kind === 'solved') return { ...own, action: 'chat', reasons: ['it is solved'] };
  return askBack(situation) ?? findFailure(situation, policy) ?? findRefusal(situation.understood, policy) ?? findAnswer(situation, policy);
}

const HANDED_OVER = (Object.keys(INTENTS) as Intent[]).filter((intent) => INTENTS[intent].action === 'handoff');

/** A card number is the contact's own affair with the bank; every other secret opens something here or elsewhere. */
function findSecretHandoff({ secrets }: Situation, policy: Policy): Verdict | undefined {
  const kind = secrets.find((one) => policy.secrets[one].handoff);
  if (kind === undefined) return undefined;
  return {
    action: 'handoff', intent: 'security_incident', urgency: policy.intents.security_incident.urgency, handoffReason: 'secret',
    steps: policy.secrets[kind].steps, reasons: [`a secret was given away here: ${kind}`],
  };
}

/** An intent of the group that goes to people where the group is likely enough together: the likeliest of it names the team. */
function findHandoff({ intents, readings }: Situation['understood'], policy: Policy, group: readonly Intent[]): Verdict | undefined {
  const toPeople = intents.filter(({ intent }) => group.includes(intent));
  const together = toPeople.reduce((sum, { probability }) => sum + probability, 0);
  const [best] = toPeople;
  const row = best && policy.intents[best.intent];
  if (!row || together < (row.handoffFrom ?? 1)) return undefined;
  const meant = INTENTS[best.intent];
  return {
    action: 'handoff', intent: best.intent, urgency: urgencyOf(best.intent, readings, policy.thresholds.criticalFrom),
    handoffReason: meant.action === 'handoff' ? meant.reason : 'asked', steps: row.steps,
    reasons: [`${best.intent} goes to people (${together.toFixed(2)} ≥ ${row.handoffFrom})`],
  };
}

/** What cannot be answered, and is nobody's failure. */
function askBack({ understood: { understanding: { intent, urgency } }, reference, offered }: Situation): Verdict | undefined {
  const ask = (question: Question, reason: string, articleIds: readonly string[] = []): Verdict =>
    ({ intent, urgency, action: 'clarify', articleIds, question, failed: false, reasons: [reason] });
  switch (reference?.kind) {
    case 'which-choice': return ask('which-choice', 'the contact agreed to several articles', offered);
    case 'bare-code': return ask('is-transaction', 'a code and no words');
    case 'refuses-person': return ask('rephrase', 'the contact wants no person');
    default: return undefined;
  }
}

/** What was said did not help: other articles, then the offer of a person, then a person. */
function findFailure({ understood, reference, failures, given }: Situation, policy: Policy): Verdict | undefined {
  const { intent, urgency } = understood.understanding;
  if (reference?.kind !== 'unsolved' && reference?.kind !== 'none-of-these' && reference?.kind !== 'asked-again') return undefined;
  const now = failures + 1;
  const reasons = [`${now} answers about this did not help`];
  if (now >= policy.handoffAfter) return { intent, urgency, action: 'handoff', handoffReason: 'repeated-failure', unsolved: true, reasons };
  if (now >= policy.offerPersonAfter) return { intent, urgency, action: 'clarify', articleIds: [], question: 'offer-person', failed: true, unsolved: true, reasons };
  const others = understood.ranking.filter(({ articleId, score }) => !given.has(articleId) && score >= OTHER_FROM).slice(0, policy.maxChoices);
  return { intent, urgency, action: 'clarify', articleIds: others.map(({ articleId }) => articleId), question: 'not-solved', failed: true, unsolved: true, reasons };
}

/** After an answer that did not help, others are offered from here on. */
const OTHER_FROM = 0.02;

function findRefusal({ understanding: { urgency }, intents }: Situation['understood'], policy: Policy): Verdict | undefined {
  const [best] = intents;
  if (!best || best.probability < policy.thresholds.declineFrom) return undefined;
  const { intent } = best;
  const { action } = INTENTS[intent];
  const reasons = [`${intent} (${best.probability.toFixed(2)} ≥ ${policy.thresholds.declineFrom})`];
  if (action === 'chat') return { intent, urgency, action, reasons };
  return action === 'decline' ? { intent, urgency, action, steps: policy.intents[intent].steps, reasons } : undefined;
}

function findAnswer({ understood: { understanding: { intent, urgency }, ranking }, failures }: Situation, policy: Policy): Verdict {
  const { answerFrom, answerLead, clarifyFrom } = policy.thresholds;
  const [first, second] = ranking;
  if (first && first.score >= answerFrom && first.score - (second?.score ?? 0) >= answerLead) {
    return { intent, urgency, action: 'answer', articleId: first.articleId, offersPerson: failures >= policy.offerPersonAfter, reasons: [`${first.articleId} has ${first.score} ≥ ${answerFrom}`] };
  }
  if (first && first.score >= clarifyFrom) {
    const near = ranking.slice(0, policy.maxChoices).map(({ articleId }) => articleId);
    return { intent, urgency, action: 'clarify', articleIds: near, question: 'rephrase', failed: false, reasons: ['no article is far enough ahead'] };
  }
  const now = failures + 1;
  if (now >= policy.handoffAfter) return { intent, urgency, action: 'handoff', handoffReason: 'repeated-failure', reasons: [`${now} questions in a row have no answer`] };
  const question = now >= policy.offerPersonAfter ? 'offer-person' : 'rephrase';
  return { intent, urgency, action: 'clarify', articleIds: [], question, failed: true, reasons: ['no article is near'] };
}
