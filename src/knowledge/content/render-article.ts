import type { Translation } from '../../domain/article.ts';
import type { ExchangeSettings } from '../knowledge-base.ts';
import { imageName, linkedArticleId, rewriteMarkdown, splitAnswer, type Section } from './article-markdown.ts';

/** A translation ready to be read: variables filled in, links resolved, still Markdown. */
export interface RenderedArticle {
  readonly articleId: string;
  readonly title: string;
  readonly summary: string;
  /** What the assistant says in a chat. */
  readonly answer: string;
  /** The rest of the help page. */
  readonly sections: readonly Section[];
}

export interface RenderOptions {
  readonly exchange: ExchangeSettings;
  /**
   * Address of a linked article, as `/help/<locale>/<id>`; undefined where the article cannot be
   * read, in which case the words of the link stay and the link goes.
   */
  resolveArticle(articleId: string): string | undefined;
}

/** Where the image of an article is served. */
export const imageAddress = (name: string): string => `/help/images/${name}`;

/** Fills in and resolves. An unknown variable stays as written: `checkKnowledge` reports those. */
export function renderArticle(translation: Translation, options: RenderOptions): RenderedArticle {
  const { answer, sections } = splitAnswer(translation.body);
  const render = (markdown: string): string => renderMarkdown(markdown, options);
  return {
    articleId: translation.articleId,
    title: render(translation.title),
    summary: render(translation.summary),
    answer: render(answer),
    sections: sections.map(({ heading, body }) => ({ heading: render(heading), body: render(body) })),
  };
}

function renderMarkdown(markdown: string, { exchange, resolveArticle }: RenderOptions): string {
  return rewriteMarkdown(markdown, {
    image({ alt, target }) {
      const name = imageName(target);
      return name === undefined ? alt : `![${alt}](${imageAddress(name)})`;
    },
    link({ text, target }) {
      const articleId = linkedArticleId(target);
      const address = articleId === undefined ? target : resolveArticle(articleId);
      return address === undefined ? text : `[${text}](${address})`;
    },
    variable: (key, written) => (key !== undefined && Object.hasOwn(exchange, key) ? exchange[key] ?? written : written),
  });
}
