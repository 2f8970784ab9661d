import { createProposeTranslation } from '../assistant/proposing/create-propose-translation.ts';
import { createAskGolden, createTryUtterance } from '../assistant/trying/create-try-utterance.ts';
import { articlePath } from '../domain/documents/document-path.ts';
import { createReadDraft } from '../knowledge/trying/draft-knowledge.ts';
import { createGoldenQuestions } from '../knowledge/trying/golden-questions.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { redactSecrets } from '../secrets/redact-secrets.ts';
import type { Core } from './core.ts';
import type { AppParts } from './parts.ts';

/** What would the assistant say: to who writes articles, before contacts read it. */
export function openTrying({ storage, languageModel }: AppParts, { assistant }: Pick<Core, 'assistant'>, published: () => Knowledge) {
  const readDraft = createReadDraft(published);
  const redact = redactSecrets;
  return {
    tryUtterance: createTryUtterance({ assistant, published, readDraft, redact }),
    golden: createGoldenQuestions({
      golden: storage.golden, published, readDraft, redact,
      ask: createAskGolden({ assistant }),
      hasDraft: async (articleId) => await storage.documents.getDraft(articlePath(articleId)) !== undefined,
    }),
    proposeTranslation: languageModel && createProposeTranslation(languageModel, { knowledge: published, redact }),
  };
}

export type OpenedTrying = ReturnType<typeof openTrying>;
