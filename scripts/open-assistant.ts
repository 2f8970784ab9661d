import { fileURLToPath } from 'node:url';
import { createLogger } from '../src/adapters/system/logger.ts';
import { createAssistant, type Assistant } from '../src/assistant/create-assistant.ts';
import { createTranslate, type Translate } from '../src/assistant/phrases.ts';
import { readConfig } from '../src/config.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { openKnowledge } from '../src/open-knowledge.ts';
import { readPhrases } from '../src/read-phrases.ts';

/** The assistant as the server has it, for commands that ask it without a conversation. */
export async function openAssistant(): Promise<{ assistant: Assistant; knowledge: Knowledge; translate: Translate; withKnowledge: (knowledge: Knowledge) => Assistant }> {
  const config = readConfig(process.env, fileURLToPath(new URL('..', import.meta.url)));
  const knowledge = await openKnowledge({ folder: config.knowledgeDir, cacheFolder: config.cacheDir, embeddings: config.embeddings, logger: createLogger('warn') });
  const translate = createTranslate(await readPhrases());
  const withKnowledge = (other: Knowledge): Assistant => createAssistant({ knowledge: () => other, translate, estimateWait: () => Promise.resolve(null) });
  return { assistant: withKnowledge(knowledge), knowledge, translate, withKnowledge };
}
