import type { AgentTools } from '../domain/agent-tools.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { createRewrite } from './answering/create-rewrite.ts';
import { createSuggest } from './answering/create-suggest.ts';
import { createSummarise } from './answering/create-summarise.ts';
import { createTranslateMessage } from './answering/create-translate-message.ts';
import { selectPassages } from './answering/sources/select-passages.ts';
import { answeringOptions, type LanguageModelParts } from './language-skills.ts';

/** What a configured model does for agents, with the knowledge as it is when they ask. */
export function createAgentTools(parts: Pick<LanguageModelParts, 'model' | 'prompts'>, knowledge: () => Knowledge): AgentTools {
  const options = answeringOptions(parts, knowledge);
  const [summarise, suggest, translate, rewrite] = [createSummarise(options), createSuggest(options), createTranslateMessage(options), createRewrite(options)];
  const exchange = (): string => knowledge().base.exchange['name'] ?? '';
  return {
    summarise: (request) => summarise({ ...request, exchange: exchange() }),
    async suggest({ question, ...request }) {
      const { base, search } = knowledge();
      const { articles } = await search.rank(question, request.locale);
      return suggest({ ...request, base, passages: selectPassages(base, articles, request.locale) });
    },
    translate: (request) => translate({ ...request, exchange: exchange() }),
    rewrite: (request) => rewrite({ ...request, exchange: exchange() }),
    status: () => parts.model.status(),
  };
}
