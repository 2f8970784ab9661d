import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { macroSchema } from '../../../../domain/macro.ts';
import { findMacroObstacle, insertVariable, MACRO_VARIABLES, sameMacro, SAMPLE_VALUES, type MacroDraft } from './macro-draft.ts';

const ID = '01920000-0000-7000-8000-000000000000';
const text = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('Hello {{txid}}', 'Hello {{password}}', '  ', '{{ case.number }}'));
const drafts = fc.record({
  title: fc.oneof(fc.constant(' '), fc.string({ maxLength: 20 })),
  teams: fc.constant<MacroDraft['teams']>([]),
  texts: fc.record({ en: text, 'zh-CN': text, ar: text }, { requiredKeys: [] }).map((texts): MacroDraft['texts'] => texts),
});

describe('macros that are being written', () => {
  it('have an obstacle exactly where the server would refuse them', () => {
    fc.assert(fc.property(drafts, (draft) => {
      expect(findMacroObstacle(draft) === null).toBe(macroSchema.safeParse({ ...draft, id: ID }).success);
    }));
  });

  it('are the same in whatever order their languages were written', () => {
    expect(sameMacro({ title: 'a', teams: [], texts: { en: '1', ar: '2' } }, { title: 'a', teams: [], texts: { ar: '2', en: '1' } })).toBe(true);
    expect(sameMacro({ title: 'a', teams: [], texts: { en: '1' } }, { title: 'a', teams: [], texts: { en: '2' } })).toBe(false);
  });

  it('take a variable where the cursor is', () => {
    expect(insertVariable('Case , please', 'case.number', 5, 5)).toEqual({ text: 'Case {{case.number}}, please', cursor: 20 });
  });

  it('can be previewed with every variable', () => {
    expect(Object.keys(SAMPLE_VALUES).sort()).toEqual([...MACRO_VARIABLES].sort());
  });
});
