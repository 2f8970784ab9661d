import { describe, expect, it } from '@jest/globals';
import { readFacts } from '../../src/assistant/answering/sources/facts.ts';
import type { Passage } from '../../src/assistant/answering/sources/passage.ts';
import type { Locale } from '../../src/domain/locales.ts';
import { measureGroundedness } from './groundedness.ts';

function passage(text: string, locale: Locale = 'en'): Passage {
  return { number: 1, articleId: 'a', revision: 'r', locale, title: '', text, facts: readFacts(text, locale) };
}

const FEES = passage('The withdrawal page shows the fee of 0.5 USDT and the amount that arrives before you confirm. See [the fee page](https://exchange.example/fees).');

describe('groundedness', () => {
  it.each([
    ['what is quoted', 'The withdrawal page shows the fee of 0.5 USDT.', 1],
    ['what is said in other forms of the words', 'Withdrawals: the pages show fees and amounts arriving.', 1],
    ['a link of the passage', 'See [the fee page](https://exchange.example/fees).', 1],
    ['the numbers of a list', '1. The withdrawal page shows the fee.\n2. The amount arrives.', 2],
  ])('finds %s', (_name, text, sentences) => {
    expect(measureGroundedness(text, 'en', [FEES])).toEqual({ sentences, found: sentences });
  });

  it.each([
    ['another number', 'The withdrawal page shows the fee of 0.7 USDT.'],
    ['another link', 'See [the fee page](https://elsewhere.example/fees).'],
    ['other words', 'Bitcoin was invented by somebody called Satoshi.'],
    ['a code', 'The withdrawal page shows the fee of TRC20.'],
  ])('does not find %s', (_name, text) => {
    expect(measureGroundedness(text, 'en', [FEES])).toEqual({ sentences: 1, found: 0 });
  });

  it('counts sentence by sentence, also where there are no blanks', () => {
    const cited = [passage('提币页面会在确认前显示手续费。', 'zh-CN')];
    expect(measureGroundedness('提币页面显示手续费。今天天气很好我们去公园散步。', 'zh-CN', cited)).toEqual({ sentences: 2, found: 1 });
  });

  it('compares only numbers and links with passages in another language', () => {
    expect(measureGroundedness('Die Gebühr beträgt 0,5 USDT.', 'de', [FEES])).toEqual({ sentences: 1, found: 1 });
    expect(measureGroundedness('Die Gebühr beträgt 0,7 USDT.', 'de', [FEES])).toEqual({ sentences: 1, found: 0 });
  });

  it('has nothing to find in nothing', () => {
    expect(measureGroundedness('', 'en', [FEES])).toEqual({ sentences: 0, found: 0 });
  });
});
