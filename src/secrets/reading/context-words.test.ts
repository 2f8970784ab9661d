import { describe, expect, it } from '@jest/globals';
import { LOCALE_TAGS } from '../../domain/locales.ts';
import { CONTEXT_WORDS } from './context-words.ts';
import { findMentions } from './find-mentions.ts';
import { foldText } from './fold-text.ts';

/** Small words that prose is full of, to which a word without its diacritics must not come down. */
const SMALL_WORDS = 'the a an of to in is it my for and or der die das und le la les de el los y o um uma e il lo di che na da do se bir ve bu di ke yang toi cua la co khong';

describe('words of context', () => {
  it.each(Object.keys(CONTEXT_WORDS))('knows %s in every language', (kind) => {
    for (const locale of LOCALE_TAGS) {
      const expressions = CONTEXT_WORDS[kind as keyof typeof CONTEXT_WORDS][locale].split(',').map((one) => one.trim());
      expect(expressions.every((one) => one.length > 1)).toBe(true);
    }
  });

  it('takes no small word of any language for one', () => {
    expect(findMentions(SMALL_WORDS)).toEqual([]);
  });

  it.each([['Mnémonique: PHRASE DE RÉCUPÉRATION', 'seed'], ['ŞİFREM', 'password'], ['مفتاحي الخاصّ', 'private_key'], ['ｐａｓｓｗｏｒｄ', 'password'], ['エラーコード', 'other_code']])('reads %s', (text, kind) => {
    expect(findMentions(foldText(text).plain).some(({ kinds }) => (kinds as readonly string[]).includes(kind))).toBe(true);
  });
});
