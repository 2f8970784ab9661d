import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openLanguageModel } from '../../src/adapters/llm/open-language-model.ts';
import { systemClock } from '../../src/adapters/system/clock.ts';
import { createAssistant, type Assistant } from '../../src/assistant/create-assistant.ts';
import { createTranslate } from '../../src/assistant/phrases.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { Prompts } from '../../src/prompts/prompt.ts';
import { readPrompts } from '../../src/prompts/read-prompts.ts';
import { readPhrases } from '../../src/read-phrases.ts';
import { quoteFirstPassage, startModelServer, type ModelServer } from '../../test/fakes/model-server.ts';
import { silentLogger } from '../../test/fakes/silent-logger.ts';
import { openShippedKnowledge } from '../../test/integration/start-desk.ts';
import { root } from '../../test/test-cache.ts';
import type { EvaluationCase } from '../cases.ts';
import { describeLlmFigures } from './figures.ts';
import { pickCases, runLlmEvaluation, type LlmEvaluation } from './run-llm-eval.ts';

const LIMITS = { timeoutMs: 5_000, idleTimeoutMs: 2_000, maxConcurrent: 4, tokensPerDay: 10_000_000, tokensPerConversation: 100_000 };

function makeCase(id: string, text: string, more: Partial<EvaluationCase> = {}): EvaluationCase {
  return { id, split: 'test', text, locale: 'en', intent: 'trading_help', urgency: 'low', action: 'answer', articles: ['trading-fees'], ...more };
}

const CASES = [
  makeCase('fees', 'what are the trading fees'),
  makeCase('zh', '我的USDT充值还没到账', { locale: 'zh-CN', articles: ['deposit-not-arrived'] }),
  makeCase('labelled wrong', 'my usdt deposit has not arrived'),
  makeCase('incident', 'someone hacked my account and is withdrawing my bitcoin right now', { action: 'handoff', articles: [] }),
];

describe('the evaluation of a model', () => {
  let server: ModelServer;
  let folder: string;
  let knowledge: Knowledge;
  let prompts: Prompts;
  let assistant: Assistant;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vigil-eval-'));
    server = await startModelServer();
    knowledge = await openShippedKnowledge();
    prompts = await readPrompts(`${root}/prompts`);
    assistant = createAssistant({ knowledge: () => knowledge, translate: createTranslate(await readPhrases()), estimateWait: () => Promise.resolve(null) });
  });
  beforeEach(() => { server.reset(); });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  async function run(cases = CASES, runs = 1, askBelow = 0): Promise<LlmEvaluation> {
    const model = await openLanguageModel({ provider: 'openai', baseUrl: server.url, model: 'fake', limits: LIMITS }, { clock: systemClock, logger: silentLogger });
    return runLlmEvaluation({ cases, runs, concurrency: 2, folder, model: model!, prompts, askBelow, turnMs: LIMITS.timeoutMs, assistant, knowledge });
  }

  it('finds the words of a model that quotes, and who is right', async () => {
    server.answerWith(quoteFirstPassage);
    const { runs: [figures], reportFile } = await run();
    expect(figures).toMatchObject({ cases: 4, answers: 3, phrased: 1, groundedness: 1, citationPrecision: 2 / 3, citationRecall: 2 / 3, languageMatch: 1, asked: 0, reasons: {} });
    expect(figures?.tokens).toBeGreaterThan(300);
    expect(figures?.firstP50).toBeLessThanOrEqual(figures?.wholeP50 ?? 0);
    expect(await readFile(reportFile, 'utf8')).toContain('You pay a fee only on what is filled');
  });

  it('tells why the article was given', async () => {
    server.answerWith(() => 'Buy 77 coins at evil-support.com [1].').answer('NO_ANSWER').fail('refusal');
    const { runs: [figures] } = await run();
    expect(figures).toMatchObject({ phrased: 0, groundedness: null, reasons: { 'no-answer': 1, refused: 1 } });
    expect(Object.values(figures?.reasons ?? {}).reduce((sum, count) => sum + count, 0)).toBe(3);
  });

  it('counts what the model was asked, and where it called people', async () => {
    server.answer({ intent: 'security_incident', urgency: 'critical', handoff: true, confidence: 0.9 });
    const { runs: [figures] } = await run([makeCase('vague', 'hm, it does something strange')], 1, 0.6);
    expect(figures).toMatchObject({ answers: 0, phrased: null, asked: 1, raised: 1 });
  });

  it('shows how far runs are apart', async () => {
    server.answerWith(quoteFirstPassage).answer('NO_ANSWER');
    const { runs } = await run(CASES.slice(0, 2), 2);
    expect(describeLlmFigures(runs)).toEqual(expect.arrayContaining([
      expect.stringMatching(/^phrased, % +75\.0 {3}50\.0 to 100\.0$/),
      expect.stringMatching(/^article: no-answer +1 {3}0 to 1$/),
    ]));
  });

  it('picks cases that are spread evenly', () => {
    expect(pickCases(CASES, 2).map(({ id }) => id)).toEqual(['fees', 'labelled wrong']);
    expect(pickCases(CASES, 9)).toHaveLength(4);
  });
});
