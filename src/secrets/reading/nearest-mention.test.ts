import { describe, expect, it } from '@jest/globals';
import { nearestKind } from './nearest-mention.ts';
import { readText } from './read-text.ts';

const KINDS = new Set(['private_key', 'on_chain'] as const);

function nearest(text: string): string | undefined {
  const read = readText(text);
  const start = text.indexOf('#');
  return nearestKind(read, { start, end: start + 1 }, KINDS, 60);
}

describe('the nearest mention', () => {
  it.each([
    ['private key: # txid: 5', 'private_key'],
    ['txid: 5 private key #', 'private_key'],
    ['# is my private key', 'private_key'],
    ['private key\n\n\n# tx', 'on_chain'],
    [`private key ${'x'.repeat(80)} #`, undefined],
    ['nothing # here', undefined],
  ])('of "%s" is %s', (text, kind) => {
    expect(nearest(text)).toBe(kind);
  });

  it('passes over words in web addresses', () => {
    expect(nearest('https://a.example/private-key/1 #')).toBeUndefined();
  });
});
