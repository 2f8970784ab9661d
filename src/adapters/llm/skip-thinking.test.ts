import { describe, expect, it } from '@jest/globals';
import { createSkipThinking } from './skip-thinking.ts';

const read = (...pieces: string[]) => {
  const skip = createSkipThinking();
  return [...pieces.map((piece) => skip(piece)), skip()];
};

describe('skipping what a model thinks aloud', () => {
  it('hands an answer out as it comes', () => {
    expect(read('Your ', 'deposit')).toEqual(['Your ', 'deposit', '']);
  });

  it('drops the thinking before it, wherever the pieces are cut', () => {
    const text = '\n<think>Is it [1]? </thin no</think>\n\nYour <think> deposit';
    for (let size = 1; size <= text.length; size++) {
      const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g'))!;
      expect(read(...pieces).join('').trimStart()).toBe('Your <think> deposit');
    }
  });

  it('holds a beginning back only until it is told from thinking', () => {
    expect(read('<', 'b>')).toEqual(['', '<b>', '']);
    expect(read('<thi')).toEqual(['', '<thi']);
  });

  it('hands nothing out of thinking that does not end', () => {
    expect(read('<think>', 'for ever').join('')).toBe('');
  });
});
