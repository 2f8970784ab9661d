import * as z from 'zod';

/** No infinity and no NaN: zod's numbers are finite. */
const bodySchema = z.object({
  data: z.array(z.object({ index: z.int().nonnegative(), embedding: z.array(z.number()).nonempty() })),
});

/**
 * The unit vectors of an answer in the order of the texts, which is that of `index`, not that of the
 * list; or, as a string, what is wrong with the answer.
 * @param dimension what each vector must have; undefined where nobody knows yet.
 */
export function parseEmbeddings(body: unknown, count: number, dimension: number | undefined): Float32Array[] | string {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return `its answer is not as expected at ${parsed.error.issues[0]?.path.join('.') || 'the top'}`;
  const { data } = parsed.data;
  if (data.length !== count) return `it answered ${count} texts with ${data.length} vectors`;
  const vectors: Float32Array[] = [];
  for (const { index, embedding } of data) {
    if (index >= count || vectors[index]) return `its vectors are not numbered from 0 to ${count - 1}`;
    if (embedding.length !== (dimension ?? data[0]!.embedding.length)) return `it gave a vector of ${embedding.length} numbers instead of ${dimension ?? data[0]!.embedding.length}`;
    const vector = toUnit(embedding);
    if (!vector) return 'it gave a vector without a direction';
    vectors[index] = vector;
  }
  return vectors;
}

/** Of length 1; undefined where there is no direction: all zeros, or too large to have a length. */
function toUnit(values: readonly number[]): Float32Array | undefined {
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  return length > 0 && Number.isFinite(length) ? Float32Array.from(values, (value) => value / length) : undefined;
}
