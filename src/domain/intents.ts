import type { HandoffReason } from './handoff.ts';

/** What the desk does first with an utterance. */
export const ACTIONS = ['answer', 'clarify', 'handoff', 'decline', 'chat'] as const;
export type Action = (typeof ACTIONS)[number];

/** What the desk does with an intent when nothing else speaks against it, and why it goes to people where it does. */
export type IntentRow =
  | { readonly action: Exclude<Action, 'clarify' | 'handoff'> }
  | { readonly action: 'handoff'; readonly reason: HandoffReason };

/**
 * Every intent that understanding tells apart (docs/evaluation-format.md). An intent is one row here,
 * its team and urgency in `knowledge-base/policy.yaml`, and its utterances in
 * `knowledge-base/intents/<intent>/<locale>.yaml`.
 */
export const INTENTS = {
  account_access: { action: 'answer' },
  account_management: { action: 'answer' },
  identity_verification: { action: 'answer' },
  security_settings: { action: 'answer' },
  security_incident: { action: 'handoff', reason: 'incident' },
  fraud_report: { action: 'handoff', reason: 'fraud' },
  fraud_question: { action: 'answer' },
  deposit_help: { action: 'answer' },
  deposit_problem: { action: 'answer' },
  withdrawal_help: { action: 'answer' },
  withdrawal_problem: { action: 'answer' },
  trading_help: { action: 'answer' },
  trading_problem: { action: 'answer' },
  derivatives: { action: 'answer' },
  earn_rewards: { action: 'answer' },
  api_support: { action: 'answer' },
  technical_problem: { action: 'answer' },
  policy_compliance: { action: 'answer' },
  complaint: { action: 'handoff', reason: 'complaint' },
  feedback: { action: 'answer' },
  support_info: { action: 'answer' },
  human_request: { action: 'handoff', reason: 'asked' },
  investment_advice: { action: 'decline' },
  crypto_basics: { action: 'answer' },
  distress: { action: 'handoff', reason: 'distress' },
  small_talk: { action: 'chat' },
  prompt_attack: { action: 'decline' },
  out_of_scope: { action: 'decline' },
} as const satisfies Record<string, IntentRow>;

export type Intent = keyof typeof INTENTS;
export const INTENT_IDS = Object.keys(INTENTS) as [Intent, ...Intent[]];

/** Intents that tell of danger: to an account, to money, to a person. They come before everything else. */
export const DANGERS = ['distress', 'security_incident', 'fraud_report'] as const satisfies readonly Intent[];
