import * as z from 'zod';
import { decodeArrays, encodeArrays, type TypedArray } from './array-file.ts';
import type { LocaleIndex } from './locale-index.ts';

const metaSchema = z.object({ key: z.string(), labels: z.array(z.string()) });

/** @param key names what the index was built from; reading asks for the same. */
export function encodeLocaleIndex({ classifier: { labels, space, linear }, lexical }: LocaleIndex, key: string): Uint8Array<ArrayBuffer> {
  return encodeArrays({ key, labels }, {
    keys: space.keys, slots: space.slots, idf: space.idf,
    bias: linear.bias, weights: linear.weights, rowScale: linear.rowScale,
    classes: lexical.classes, starts: lexical.starts, questions: lexical.questions, values: lexical.values,
  });
}

/** The index, or undefined where the bytes are of another key or no index at all: then it is built anew. */
export function decodeLocaleIndex(bytes: Uint8Array<ArrayBuffer>, key: string): LocaleIndex | undefined {
  try {
    const { meta, arrays } = decodeArrays(bytes);
    const { key: builtFrom, labels } = metaSchema.parse(meta);
    return builtFrom === key ? assemble(labels, arrays) : undefined;
  } catch {
    return undefined;
  }
}

function assemble(labels: string[], arrays: Record<string, TypedArray>): LocaleIndex {
  const take = <T extends TypedArray>(name: string, type: abstract new (...args: never[]) => T): T => {
    const array = arrays[name];
    if (!(array instanceof type)) throw new TypeError(`${name} is missing`);
    return array;
  };
  const space = { keys: take('keys', Uint32Array), slots: take('slots', Int32Array), idf: take('idf', Float32Array) };
  const linear = { classCount: labels.length, bias: take('bias', Float32Array), weights: take('weights', Int8Array), rowScale: take('rowScale', Float32Array) };
  const lexical = {
    classes: take('classes', Int32Array), starts: take('starts', Uint32Array),
    questions: take('questions', Int32Array), values: take('values', Float32Array),
  };
  return { classifier: { labels, space, linear }, lexical };
}
