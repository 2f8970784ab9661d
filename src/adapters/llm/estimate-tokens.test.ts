import { describe, expect, it } from '@jest/globals';
import { estimateTokens } from './estimate-tokens.ts';

describe('estimateTokens', () => {
  it.each([['', 0], ['four', 1], ['Where is my deposit?', 5], ['充值没到账', 5], ['é', 1], ['🙂', 2]])('counts %j as %d', (text, tokens) => {
    expect(estimateTokens(text)).toBe(tokens);
  });
});
