import type { RouteInput } from '../../../protocol/http.ts';
import type { AssistAnswer } from '../../../protocol/assist.ts';
import type { Assist } from '../connection/desk-context.tsx';
import { RequestError } from '../../staff/connection/request.ts';
import type { Translate } from '../../staff/preferences/phrases.ts';

export type Asked = RouteInput<'assistAgent'>['body'];
type AnswerTo = { summarise: 'summary'; suggest: 'suggestion'; translate: 'text'; rewrite: 'text' };
export type AnswerOf<A extends Asked> = Extract<AssistAnswer, { type: AnswerTo[A['type']] }>;

/** What came of it: an answer, or a code for which there is a sentence. `cancelled` needs none. */
export type Outcome<A extends Asked> = { readonly ok: true; readonly answer: AnswerOf<A> } | { readonly ok: false; readonly code: string };

/** Never rejects: a model that does not answer must not disturb the work. */
export async function askAssist<A extends Asked>(assist: Assist, conversationId: string, asked: A, signal: AbortSignal): Promise<Outcome<A>> {
  try {
    const answer = await assist.assist(conversationId, asked, signal);
    if (signal.aborted) return { ok: false, code: 'cancelled' };
    return answer.type === 'none' ? { ok: false, code: 'none' } : { ok: true, answer: answer as AnswerOf<A> };
  } catch (error) {
    return { ok: false, code: signal.aborted ? 'cancelled' : error instanceof RequestError ? error.code : 'internal' };
  }
}

/** Why there is nothing, in a sentence. */
export function explainNothing(t: Translate, tool: Asked['type'], code: string): string {
  return t(code === 'none' ? `assist.none.${tool}` : code === 'unavailable' ? 'assist.unavailable' : [`errors.${code}`, 'errors.internal']);
}
