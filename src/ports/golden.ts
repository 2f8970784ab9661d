import type { GoldenQuestion } from '../domain/golden-question.ts';

/** Utterances that editors pinned to articles. */
export interface GoldenStore {
  /** By article, then locale, then words. */
  list(): Promise<readonly GoldenQuestion[]>;
  /** Makes it or replaces the one with this id. `'duplicate'` where another has the same words in the same locale. */
  save(question: GoldenQuestion): Promise<'saved' | 'duplicate'>;
  /** False where there was none. */
  remove(id: string): Promise<boolean>;
}
