import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitMentions } from './split-mentions.ts';

const called = (text: string, names: readonly string[]): string[] => splitMentions(text, names).flatMap((part) => (part.kind === 'mention' ? [part.text] : []));

describe('splitMentions', () => {
  it('finds who is called, whatever script the name is in', () => {
    expect(called('@Ana Ruiz, please ask @李伟.', ['Ana Ruiz', '李伟'])).toEqual(['@Ana Ruiz', '@李伟']);
    expect(called('@李伟请看一下', ['李伟'])).toEqual(['@李伟']);
  });

  it('takes the longest name, and none that only begins another word', () => {
    expect(called('@Ana Ruiz and @Anabel', ['Ana', 'Ana Ruiz'])).toEqual(['@Ana Ruiz']);
  });

  it('loses nothing of the text, whatever the names look like', () => {
    fc.assert(fc.property(fc.string(), fc.array(fc.string({ minLength: 1 }), { maxLength: 4 }), (text, names) => {
      expect(splitMentions(text, names).map((part) => part.text).join('')).toBe(text);
    }));
  });
});
