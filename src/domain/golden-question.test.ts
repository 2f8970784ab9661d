import { describe, expect, it } from '@jest/globals';
import { compareGolden, holdsGolden, type GoldenOutcome, type GoldenQuestion } from './golden-question.ts';

const QUESTION: GoldenQuestion = { id: '01890000-0000-7000-8000-000000000000', utterance: 'where', locale: 'en', articleId: 'a', action: null };
const outcome = (action: GoldenOutcome['action'], ...gives: string[]): GoldenOutcome => ({ action, gives });

describe('a golden question', () => {
  it.each([
    [null, outcome('answer', 'a'), true], [null, outcome('handoff', 'a'), true], [null, outcome('decline', 'a'), true],
    [null, outcome('answer', 'b'), false], [null, outcome('clarify', 'a', 'b'), false], [null, outcome('handoff'), false], [null, outcome('chat'), false],
    ['clarify', outcome('clarify', 'b', 'a'), true], ['clarify', outcome('clarify'), false], ['clarify', outcome('answer', 'a'), false],
    ['handoff', outcome('handoff'), true], ['handoff', outcome('handoff', 'b'), false], ['answer', outcome('answer', 'a'), true],
  ] as const)('that asks for %s and gets %j holds: %s', (action, got, holds) => {
    expect(holdsGolden({ articleId: 'a', action }, got)).toBe(holds);
  });

  it('is broken where it held and holds no longer, and not where it never held', () => {
    expect(compareGolden(QUESTION, outcome('answer', 'a'), outcome('answer', 'b'), new Set())).toMatchObject({ broken: true, changed: true, own: false });
    expect(compareGolden(QUESTION, outcome('answer', 'c'), outcome('answer', 'b'), new Set(['a']))).toMatchObject({ broken: false, changed: true, own: true });
    expect(compareGolden(QUESTION, outcome('answer', 'a'), outcome('answer', 'a'), new Set())).toMatchObject({ broken: false, changed: false });
  });
});
