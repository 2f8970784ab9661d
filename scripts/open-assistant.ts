import { fileURLToPath } from 'node:url';
import { openLanguageModel } from '../src/adapters/llm/open-language-model.ts';
import { systemClock } from '../src/adapters/system/clock.ts';
import { createLogger } from '../src/adapters/system/logger.ts';
import { createAssistant, type Assistant } from '../src/assistant/create-assistant.ts';
import type { LanguageModelParts } from '../src/assistant/language-skills.ts';
import { createTranslate, type Translate } from '../src/assistant/phrases.ts';
import { readConfig } from '../src/config.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { openKnowledge } from '../src/open-knowledge.ts';
import { readPrompts } from '../src/prompts/read-prompts.ts';
import { readPhrases } from '../src/read-phrases.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The assistant as the server has it, for commands that ask it without a conversation. */
export async function openAssistant(): Promise<{ assistant: Assistant; knowledge: Knowledge; translate: Translate; withKnowledge: (knowledge: Knowledge) => Assistant }> {
  const config = readConfig(process.env, root);
  const knowledge = await openKnowledge({ folder: config.knowledgeDir, cacheFolder: config.cacheDir, embeddings: config.embeddings, logger: createLogger('warn') });
  const translate = createTranslate(await readPhrases());
  const withKnowledge = (other: Knowledge): Assistant => createAssistant({ knowledge: () => other, translate, estimateWait: () => Promise.resolve(null) });
  return { assistant: withKnowledge(knowledge), knowledge, translate, withKnowledge };
}

/** The language model of the environment; undefined where none is configured. */
export async function openModel(): Promise<{ parts: LanguageModelParts; maxConcurrent: number } | undefined> {
  const { languageModel: settings } = readConfig(process.env, root);
  const model = await openLanguageModel(settings, { clock: systemClock, logger: createLogger('warn') });
  if (!model || !settings) return undefined;
  const { askBelow, limits: { timeoutMs, maxConcurrent } } = settings;
  return { parts: { model, prompts: await readPrompts(`${root}/prompts`), askBelow, turnMs: timeoutMs }, maxConcurrent };
}
