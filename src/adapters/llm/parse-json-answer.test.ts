import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { parseJsonAnswer } from './parse-json-answer.ts';

const schema = z.object({ urgency: z.enum(['low', 'high']), note: z.string().nullish() });
const HIGH = { value: { urgency: 'high' } };

describe('parseJsonAnswer', () => {
  it.each([
    ['bare', '{"urgency": "high"}'],
    ['with space around', '\n  {"urgency": "high"}\n'],
    ['fenced', '```json\n{"urgency": "high"}\n```'],
    ['fenced without a name', '```\n{"urgency": "high"}```'],
    ['in a fence that is never closed', '```json\n{"urgency": "high"}'],
    ['between sentences', 'Sure! {"urgency": "high"} Is there more?'],
    ['after odd brackets', 'See [1] and {this: {"urgency": "high"}'],
    ['after thinking', '<think>{"urgency": "low"} would be wrong</think>{"urgency": "high"}'],
    ['after another object', '{"thought": "…"}\n{"urgency": "high"}'],
    ['in a list that was not asked for', '[{"thought": 1}] {"urgency": "high"}'],
  ])('reads JSON %s', (_how, text) => {
    expect(parseJsonAnswer(text, schema)).toEqual(HIGH);
  });

  it('is not led astray by brackets and quotes in strings', () => {
    const value = { urgency: 'low' as const, note: 'a } "quoted" { \\ ] ```' };
    expect(parseJsonAnswer(`Here: ${JSON.stringify(value)}!`, schema)).toEqual({ value });
  });

  it('reads lists and plain values where they are asked for', () => {
    expect(parseJsonAnswer('The order is [3, 1, 2].', z.array(z.number()))).toEqual({ value: [3, 1, 2] });
    expect(parseJsonAnswer('null', z.null())).toEqual({ value: null });
  });

  it.each(['', 'no JSON', '{"urgency": "enormous"}', '{"urgency": "high"', '{}', 'null'])('finds nothing in: %s', (text) => {
    expect(parseJsonAnswer(text, schema)).toBeUndefined();
  });

  it('takes no longer for a text made of brackets', () => {
    const started = performance.now();
    expect(parseJsonAnswer('{['.repeat(100_000), schema)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
