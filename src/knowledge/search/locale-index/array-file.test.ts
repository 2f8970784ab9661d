import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeArrays, encodeArrays } from './array-file.ts';

describe('a file of arrays', () => {
  it('gives back what was put in', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.float32Array(), fc.int8Array(), fc.int32Array(), (meta, floats, bytes, integers) => {
      const arrays = { floats, bytes, integers };
      expect(decodeArrays(encodeArrays(meta, arrays))).toEqual({ meta: JSON.parse(JSON.stringify(meta)) as unknown, arrays });
    }));
  });

  it('throws where the file is cut off', () => {
    const whole = encodeArrays({ a: 1 }, { floats: Float32Array.of(1, 2, 3) });
    fc.assert(fc.property(fc.nat({ max: whole.length - 8 }), (length) => {
      expect(() => decodeArrays(whole.slice(0, length))).toThrow();
    }));
  });
});
