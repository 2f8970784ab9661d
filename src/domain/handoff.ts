/** Why a conversation went to people. */
export const HANDOFF_REASONS = ['asked', 'incident', 'secret', 'fraud', 'distress', 'complaint', 'no-answer', 'repeated-failure', 'assistant-failed', 'reopened'] as const;
export type HandoffReason = (typeof HANDOFF_REASONS)[number];

/**
 * What the assistant asks a waiting contact about, so that the colleague finds it answered. The
 * questions are phrases (`assistant.intake.<slot>`); which intent asks what is in `policy.yaml`.
 */
export const INTAKE_SLOTS = ['when', 'coin', 'network', 'amount', 'txid', 'address', 'order', 'counterpart', 'done', 'error'] as const;
export type IntakeSlot = (typeof INTAKE_SLOTS)[number];
