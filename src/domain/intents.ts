import type { Team } from './teams.ts';
import type { Urgency } from './urgencies.ts';

/** What the desk does first with an utterance. */
export const ACTIONS = ['answer', 'clarify', 'handoff', 'decline', 'chat'] as const;
export type Action = (typeof ACTIONS)[number];

export interface IntentRow {
  /** What the desk does with this intent when nothing else speaks against it. */
  readonly action: Exclude<Action, 'clarify'>;
  /** Who takes the conversation when it goes to people. */
  readonly team: Team;
  /** What the urgency is at least. */
  readonly urgency: Urgency;
}

/**
 * Every intent that understanding tells apart. An intent is one row here and, where no article
 * answers it, its utterances in `knowledge-base/intents/<intent>/<locale>.yaml`.
 */
export const INTENTS = {
  account_access: { action: 'answer', team: 'account', urgency: 'normal' },
  account_management: { action: 'answer', team: 'account', urgency: 'low' },
  identity_verification: { action: 'answer', team: 'compliance', urgency: 'low' },
  security_settings: { action: 'answer', team: 'security', urgency: 'low' },
  security_incident: { action: 'handoff', team: 'security', urgency: 'critical' },
  fraud_report: { action: 'handoff', team: 'fraud', urgency: 'critical' },
  fraud_question: { action: 'answer', team: 'fraud', urgency: 'low' },
  deposit_help: { action: 'answer', team: 'payments', urgency: 'low' },
  deposit_problem: { action: 'answer', team: 'payments', urgency: 'normal' },
  withdrawal_help: { action: 'answer', team: 'payments', urgency: 'low' },
  withdrawal_problem: { action: 'answer', team: 'payments', urgency: 'normal' },
  trading_help: { action: 'answer', team: 'trading', urgency: 'low' },
  trading_problem: { action: 'answer', team: 'trading', urgency: 'normal' },
  derivatives: { action: 'answer', team: 'trading', urgency: 'low' },
  earn_rewards: { action: 'answer', team: 'trading', urgency: 'low' },
  api_support: { action: 'answer', team: 'technical', urgency: 'normal' },
  technical_problem: { action: 'answer', team: 'technical', urgency: 'normal' },
  policy_compliance: { action: 'answer', team: 'compliance', urgency: 'low' },
  complaint: { action: 'handoff', team: 'general', urgency: 'normal' },
  feedback: { action: 'answer', team: 'general', urgency: 'low' },
  support_info: { action: 'answer', team: 'general', urgency: 'low' },
  human_request: { action: 'handoff', team: 'general', urgency: 'normal' },
  investment_advice: { action: 'decline', team: 'general', urgency: 'low' },
  crypto_basics: { action: 'answer', team: 'general', urgency: 'low' },
  distress: { action: 'handoff', team: 'general', urgency: 'critical' },
  small_talk: { action: 'chat', team: 'general', urgency: 'low' },
  prompt_attack: { action: 'decline', team: 'general', urgency: 'low' },
  out_of_scope: { action: 'decline', team: 'general', urgency: 'low' },
} as const satisfies Record<string, IntentRow>;

export type Intent = keyof typeof INTENTS;
export const INTENT_IDS = Object.keys(INTENTS) as [Intent, ...Intent[]];
