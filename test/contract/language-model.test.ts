import { openLanguageModel } from '../../src/adapters/llm/open-language-model.ts';
import type { LanguageModel } from '../../src/ports.ts';
import { createManualClock } from '../fakes/manual-clock.ts';
import { startModelServer } from '../fakes/model-server.ts';
import { createScriptedModel } from '../fakes/scripted-model.ts';
import { silentLogger } from '../fakes/silent-logger.ts';
import { describeLanguageModel } from './language-model.contract.ts';

const LIMITS = { timeoutMs: 20_000, idleTimeoutMs: 20_000, maxConcurrent: 8, tokensPerDay: 100_000, tokensPerConversation: 50_000 };

describeLanguageModel('OpenAI-compatible server', async () => {
  const server = await startModelServer();
  const model = await openLanguageModel({ provider: 'openai', baseUrl: server.url, model: 'fake', limits: LIMITS }, { clock: createManualClock(), logger: silentLogger });
  return {
    model: model as LanguageModel,
    answer: (content) => server.answer(content),
    answerFenced: (content) => server.answer(content, { as: 'fenced' }),
    refuse: () => server.fail('refusal'),
    cutOff: (pieces) => server.fail('cut-off', { text: pieces }),
    breakOff: (pieces) => server.fail('drop', { text: pieces, after: pieces.length }),
    hang: (pieces) => server.fail('stall', { text: pieces, after: pieces.length }),
    asked: () => server.requests.length,
    close: () => server.close(),
  };
});

describeLanguageModel('scripted', () => {
  const model = createScriptedModel();
  return Promise.resolve({
    model,
    answer: (content: unknown) => model.answer(content),
    answerFenced: (content: object) => model.answer(`\`\`\`json\n${JSON.stringify(content)}\n\`\`\``),
    refuse: () => model.fail('invalid-input'),
    cutOff: (pieces: readonly string[]) => model.fail('invalid-input', { after: pieces }),
    breakOff: (pieces: readonly string[]) => model.fail('unavailable', { after: pieces }),
    hang: (pieces: readonly string[]) => model.hang({ after: pieces }),
    asked: () => model.requests.length,
  });
});
