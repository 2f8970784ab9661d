import { describe, expect, it } from '@jest/globals';
import { parseMarkdown, plainTextOf, type Block } from '../../shared/markdown.ts';
import { emphasiseLead } from './lead.ts';

function leadOf(markdown: string): string | undefined {
  const blocks = parseMarkdown(markdown);
  const [first] = emphasiseLead(blocks);
  expect(plainTextOf(emphasiseLead(blocks))).toBe(plainTextOf(blocks));
  const [strong] = first?.type === 'paragraph' ? first.inlines : [];
  return first !== blocks[0] && strong?.type === 'strong' ? plainTextOf([{ type: 'paragraph', inlines: strong.inlines } satisfies Block]) : undefined;
}

describe('emphasiseLead', () => {
  it('sets the first sentence apart', () => {
    expect(leadOf('Freeze the account. Then write to us.')).toBe('Freeze the account.');
    expect(leadOf('Act at once, in this order.\n\n1. One')).toBe('Act at once, in this order.');
    expect(leadOf('充值需要网络确认。一般很快到账。')).toBe('充值需要网络确认。');
    expect(leadOf('هل وصل الإيداع؟ انتظر قليلا.')).toBe('هل وصل الإيداع؟');
  });

  it('carries emphasis and links in the sentence along', () => {
    expect(leadOf('Open your [history](https://exchange.example/h) **now**. Then wait.')).toBe('Open your history now.');
  });

  it('does not end a sentence inside a number or a name', () => {
    expect(leadOf('The fee is 0.5 percent of v2.1 orders. It may change.')).toBe('The fee is 0.5 percent of v2.1 orders.');
  });

  it('leaves an answer alone that is one sentence, begins with a list, or never ends', () => {
    expect(leadOf('Only this.')).toBeUndefined();
    expect(leadOf('1. One\n2. Two')).toBeUndefined();
    expect(leadOf(`${'word '.repeat(60)}. And more.`)).toBeUndefined();
    expect(leadOf('')).toBeUndefined();
  });
});
