import * as z from 'zod';
import type { ModelChunk } from './ask-model.ts';
import { ModelFailure } from './model-failure.ts';
import { createSkipThinking } from './skip-thinking.ts';

const chunkSchema = z.object({
  // None in the chunk that has the figures.
  choices: z.array(z.object({
    delta: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }).nullish(),
    finish_reason: z.string().nullish(),
  })).nullish(),
  usage: z.object({ prompt_tokens: z.number().nonnegative(), completion_tokens: z.number().nonnegative().nullish() }).nullish(),
});

/**
 * The pieces of a streamed chat completion. Rejects with ModelFailure at its end where the answer is
 * cut off, empty or not ended, and at once where it is a refusal or no chat completion.
 */
export async function* readChunks(source: AsyncIterable<unknown>): AsyncGenerator<ModelChunk> {
  let finish: string | undefined;
  let hasChunks = false;
  let hasText = false;
  const skipThinking = createSkipThinking();
  for await (const raw of source) {
    const parsed = chunkSchema.safeParse(raw);
    if (!parsed.success) throw new ModelFailure('malformed', `its answer is not as expected at ${parsed.error.issues[0]?.path.join('.') || 'the top'}`);
    hasChunks = true;
    const { choices, usage } = parsed.data;
    const choice = choices?.[0];
    if (choice?.delta?.refusal || choice?.finish_reason === 'content_filter') throw new ModelFailure('refused', 'it refuses to answer');
    finish = choice?.finish_reason ?? finish;
    const text = skipThinking(choice?.delta?.content ?? '') + (finish === undefined ? '' : skipThinking());
    hasText ||= text.trim() !== '';
    yield {
      text,
      ...(usage && { usage: { input: usage.prompt_tokens, output: usage.completion_tokens ?? 0 } }),
      // An answer that is cut off is not over until it has said so.
      ...(finish !== undefined && finish !== 'length' && hasText && { last: true }),
    };
  }
  // A connection may end politely in the middle, and a page that is no stream has no chunks.
  if (finish === undefined) throw hasChunks ? new ModelFailure('broken-off', 'its answer broke off') : new ModelFailure('malformed', 'its answer is no stream of chat completion chunks');
  if (finish === 'length') throw new ModelFailure('cut-off', 'its answer was cut off at the most tokens that it may have');
  if (!hasText) throw new ModelFailure('empty', 'its answer is empty');
}
