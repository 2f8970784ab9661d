import type { Locale } from '../../domain/locales.ts';
import { passageOrderSchema } from '../../prompts/output-schemas.ts';
import { renderPrompt } from '../../prompts/render-prompt.ts';
import type { AnsweringOptions, RequestOptions } from './answering-options.ts';
import type { Passage } from './sources/passage.ts';
import { writePassages } from './sources/select-passages.ts';

export interface RerankRequest extends RequestOptions {
  readonly passages: readonly Passage[];
  readonly question: string;
  readonly locale: Locale;
  readonly exchange: string;
}

/** The passages in the model's order, the ones it left out behind; as they were where it does not answer. Never rejects. */
export async function rerankPassages({ model, prompts, random }: AnsweringOptions, { passages, question, locale, exchange, chargeTo, signal }: RerankRequest): Promise<readonly Passage[]> {
  if (passages.length < 2) return passages;
  try {
    const rendered = renderPrompt(prompts.rerank, { exchange, passages: writePassages(passages, locale), question }, random());
    const { order } = await model.judge({ ...rendered, chargeTo, signal }, passageOrderSchema);
    const places = new Map(order.map((number, place) => [number, place] as const).reverse());
    const placeOf = ({ number }: Passage): number => places.get(number) ?? Infinity;
    // Numbers stay with their passages: a citation means the same before and after.
    return [...passages].sort((a, b) => (placeOf(a) === placeOf(b) ? a.number - b.number : placeOf(a) - placeOf(b)));
  } catch {
    return passages;
  }
}
