/**
 * What became of a question that a contact asked the assistant.
 * - `answered`: an article was given, and nobody said that it did not help
 * - `unhelpful`: an article was given, and the contact said that it did not help, or asked again
 * - `declined`: refused as being no matter of ours
 * - `unclear`: asked back, and it led to nothing
 * - `handed-over`: given to a person because nothing was found
 */
export const QUESTION_OUTCOMES = ['answered', 'unhelpful', 'declined', 'unclear', 'handed-over'] as const;
export type QuestionOutcome = (typeof QUESTION_OUTCOMES)[number];

/** Those that ask for a better article, or for one. */
export function isGap(outcome: QuestionOutcome): boolean {
  return outcome !== 'answered';
}
