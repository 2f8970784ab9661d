import { AppError } from '../../domain/errors.ts';
import type { Violation } from './rules/rule.ts';

/** Why a model's answer is not used: what is wrong with it, or why there is none. */
export type Failure = Violation | 'changed-facts' | 'empty' | 'refused' | 'cancelled' | 'unavailable' | 'failed';
export type Failed = { readonly ok: false; readonly reason: Failure };

/** Who phrased it, for the message that is stored. */
export interface PhrasedBy {
  /** Prompt and version, as `answer@1`. */
  readonly prompt: string;
  readonly model: string;
}

/** What went wrong, in a word. `failed` is a mistake of ours: nothing else is thrown by design. */
export function failureOf(error: unknown, signal?: AbortSignal): Failed {
  if (signal?.aborted) return { ok: false, reason: 'cancelled' };
  if (!(error instanceof AppError)) return { ok: false, reason: 'failed' };
  return { ok: false, reason: error.code === 'invalid-input' ? 'refused' : error.code === 'unavailable' ? 'unavailable' : 'failed' };
}
