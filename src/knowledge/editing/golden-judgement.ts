import type { GoldenResult } from '../../domain/golden-question.ts';

/** A document as it would be published; null takes it away. */
export interface ProposedDocument {
  readonly path: string;
  readonly text: string | null;
}

/** What publishing documents would do to golden questions. Both lists are in the order of articles, then of words. */
export interface GoldenJudgement {
  /** How many were run: those of the changed articles and of their neighbours. */
  readonly run: number;
  /** Whatever would become of them, those that would break among them. */
  readonly changed: readonly GoldenResult[];
  /** Publishing these needs a reason where one is not `own`: it belongs to an article that is not changed. */
  readonly broken: readonly GoldenResult[];
}

/**
 * Runs the golden questions of the changed articles and of their neighbours before and after.
 * Documents that cannot be read at all break nothing here: publishing refuses them by itself.
 */
export type JudgePublication = (documents: readonly ProposedDocument[]) => Promise<GoldenJudgement>;

/** Golden questions of other articles would break: whoever publishes says why that is right. */
export function needsReason({ broken }: Pick<GoldenJudgement, 'broken'>): boolean {
  return broken.some(({ own }) => !own);
}
