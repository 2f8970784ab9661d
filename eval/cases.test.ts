import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { LOCALE_TAGS } from '../src/domain/locales.ts';
import { INTENTS } from '../src/domain/intents.ts';
import { loadKnowledgeBase } from '../src/knowledge/load-knowledge-base.ts';
import { root } from '../test/test-cache.ts';
import { parseCases, readCases } from './cases.ts';
import { findNearDuplicates } from './near-duplicates.ts';

describe('the evaluation cases', () => {
  it('name articles that exist and actions that the intents have', async () => {
    const { articles } = await loadKnowledgeBase(join(root, 'knowledge-base'));
    for (const { id, articles: right, intent, action } of await readCases(join(root, 'eval/cases'))) {
      expect({ id, unknown: right.filter((article) => !articles.has(article)) }).toEqual({ id, unknown: [] });
      expect({ id, action }).toEqual({ id, action: INTENTS[intent].action });
    }
  });

  it('are 60 or more a language, half of them never tuned to', async () => {
    const byLocale = Map.groupBy(await readCases(join(root, 'eval/cases')), ({ locale }) => locale);
    for (const locale of LOCALE_TAGS) {
      const cases = byLocale.get(locale) ?? [];
      expect({ locale, enough: cases.length >= 60 }).toEqual({ locale, enough: true });
      expect({ locale, enough: cases.filter(({ split }) => split === 'test').length >= 30 }).toEqual({ locale, enough: true });
    }
  });

  it('are given away by no phrasing', async () => {
    const knowledge = await loadKnowledgeBase(join(root, 'knowledge-base'));
    expect(findNearDuplicates(await readCases(join(root, 'eval/cases')), knowledge)).toEqual([]);
  });

  it('are refused with file, line and field where they are not well formed', () => {
    expect(() => parseCases('\n{"id":"a","text":"t","locale":"xx","intent":"deposit_help","urgency":"low","action":"answer","articles":[]}', 'mine.jsonl'))
      .toThrow(/^mine\.jsonl:2 locale: /);
    expect(() => parseCases('{', 'mine.jsonl')).toThrow(/^mine\.jsonl:1 expected a JSON object/);
  });
});
