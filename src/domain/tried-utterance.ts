/**
 * What decided an utterance, so that an editor can be told why in their language: a secret, danger or
 * another intent that goes to people; an intent that is declined or chatted with; an article that is far
 * enough ahead, that is near but not alone, or none at all; a remark that asks nothing.
 */
export const DECISION_RULES = ['secret', 'danger', 'people', 'declined', 'chat', 'ahead', 'near', 'none', 'remark'] as const;
export type DecisionRule = (typeof DECISION_RULES)[number];
