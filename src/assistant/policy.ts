import type { Intent } from '../domain/intents.ts';
import type { HandoffReason } from '../domain/events.ts';

/**
 * What an operator may want to turn: from which probability on the assistant does what. Figures are
 * calibrated probabilities; `npm run eval` shows what a change does.
 */
export interface Policy {
  /** An article is given as the answer from here on … */
  readonly answerFrom: number;
  /** … if it is ahead of the next by so much; closer ones are offered to choose from. */
  readonly answerLead: number;
  /** Choices are offered when the best article has at least this. */
  readonly clarifyFrom: number;
  readonly maxChoices: number;
  /** Intents that go to people do so from this probability on: missing one costs more than a needless handoff. */
  readonly handoffFrom: number;
  /** Declines and small talk need more, since a question may hide behind them. */
  readonly declineFrom: number;
  /** After so many failures in a row the conversation goes to a person. */
  readonly failuresBeforeHandoff: number;
}

export const DEFAULT_POLICY: Policy = {
  answerFrom: 0.4,
  answerLead: 0.1,
  clarifyFrom: 0.15,
  maxChoices: 3,
  handoffFrom: 0.35,
  declineFrom: 0.5,
  failuresBeforeHandoff: 2,
};

/** Why a conversation goes to people, by what was understood; and the article that tells the first steps. */
export const HANDOFFS: Partial<Record<Intent, { readonly reason: HandoffReason; readonly safetyArticle?: string }>> = {
  security_incident: { reason: 'incident', safetyArticle: 'security-account-compromised' },
  fraud_report: { reason: 'fraud', safetyArticle: 'fraud-report-scam' },
  distress: { reason: 'distress' },
  complaint: { reason: 'complaint' },
  human_request: { reason: 'asked' },
};
