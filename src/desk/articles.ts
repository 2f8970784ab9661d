import { mayRead } from '../domain/access.ts';
import type { Agent } from '../domain/agent.ts';
import { AppError } from '../domain/errors.ts';
import type { Citation, ConversationEvent, EventOf } from '../domain/events.ts';
import { INTENTS, type Intent } from '../domain/intents.ts';
import type { Locale } from '../domain/locales.ts';
import { coverMarkers, type Redact } from '../domain/secrets.ts';
import { renderArticle, type RenderedArticle } from '../knowledge/content/render-article.ts';
import { findTranslation } from '../knowledge/find-translation.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { findByTitle } from '../knowledge/search/find-by-title.ts';
import type { ConversationStore } from '../ports.ts';

/** An article as an agent sees it in a list, ready to be cited. */
export interface ArticleRow extends Citation {
  readonly summary: string;
  /** The title in the agent's language, where that is another. */
  readonly readerTitle: string | null;
}

/** In which language articles are wanted, and which the agent reads. */
interface Languages { readonly locale: Locale; readonly reader: Locale | undefined }

/** Articles that an agent may send: found, read, and cited as they are now. */
export interface Articles {
  /** For what the contact wrote last. Rejects with AppError `not-found` where the agent may not read the conversation. */
  suggest(agent: Agent, conversationId: string, reader: Locale | undefined): Promise<{ articles: ArticleRow[]; contactSeq: number }>;
  find(text: string, languages: Languages): Promise<ArticleRow[]>;
  /** Rejects with AppError `not-found`. */
  read(articleId: string, languages: Languages): ArticleRow & { readonly answer: string };
  /** The article as it is published in exactly this language now; undefined where it is not. */
  cite(articleId: string, locale: Locale): Citation | undefined;
}

const MOST_SUGGESTED = 3;
const MOST_FOUND = 8;
/** What the contact wrote in so many messages is searched together: the last one alone is often "still nothing". */
const READ_TOGETHER = 3;
/** So many of the latest events have them, but for the longest exchange of colleagues. */
const LATEST = 200;

export function createArticles({ knowledge, conversations, redact }: {
  knowledge: () => Knowledge;
  conversations: Pick<ConversationStore, 'get' | 'read'>;
  redact: Redact;
}): Articles {
  const describe = (articleIds: readonly string[], languages: Languages): ArticleRow[] => articleIds.flatMap((id) => describeArticle(knowledge(), id, languages)?.row ?? []);
  return {
    async suggest(agent, conversationId, reader) {
      const conversation = await conversations.get(conversationId);
      if (!conversation || !mayRead(agent, conversation)) throw new AppError('not-found', `there is no conversation ${conversationId}`);
      const events = await conversations.read(conversationId, Math.max(0, conversation.seq - LATEST), LATEST);
      const ranked = await rankFor(knowledge(), tell(events), conversation.locale);
      return { articles: describe(ranked.slice(0, MOST_SUGGESTED), { locale: conversation.locale, reader }), contactSeq: conversation.contactSeq };
    },
    async find(text, languages) {
      const { base, search } = knowledge();
      const asked = redact(text).text;
      // An agent asks in whatever language is at hand: nobody says in which, the words tell.
      const { articles } = await search.rank(coverMarkers(asked, ' '), null);
      const ids = new Set([...findByTitle(base, asked, true), ...articles.map(({ articleId }) => articleId)]);
      return describe([...ids].slice(0, MOST_FOUND), languages);
    },
    read(articleId, languages) {
      const found = describeArticle(knowledge(), articleId, languages);
      if (!found) throw new AppError('not-found', `there is no article ${articleId}`);
      return { ...found.row, answer: found.rendered.answer };
    },
    cite(articleId, locale) {
      const found = describeArticle(knowledge(), articleId, { locale, reader: undefined })?.row;
      if (found?.locale !== locale) return undefined;
      const { revision, title } = found;
      return { articleId, locale, revision, title };
    },
  };
}

/** What the assistant made of a message. */
type Heard = EventOf<'turn.decided' | 'message.understood'>;

/** A message of the contact that is about something, and what the assistant made of it, if it has. */
interface Told { readonly message: EventOf<'message.received'>; readonly heard: Heard | undefined }

/** The contact's messages without buttons, small talk and wishes for a person: no article answers those. */
function tell(events: readonly ConversationEvent[]): Told[] {
  const heard = new Map(events.flatMap((event) => (event.type === 'turn.decided' || event.type === 'message.understood' ? [[event.data.ofSeq, event] as const] : [])));
  return events.flatMap((message) => {
    if (message.type !== 'message.received' || message.data.wish !== undefined) return [];
    const made = heard.get(message.seq);
    return made && isAboutNothing(made.data.understanding.intent) ? [] : [{ message, heard: made }];
  });
}

function isAboutNothing(intent: Intent): boolean {
  const row = INTENTS[intent];
  return row.action !== 'answer' && !(row.action === 'handoff' && row.reason !== 'asked');
}

/** What the assistant ranked for the last of them; where it only listened to that, what the last of them say together. */
async function rankFor({ search }: Knowledge, told: readonly Told[], locale: Locale): Promise<string[]> {
  const last = told.at(-1)?.heard;
  const ranking = last?.type === 'turn.decided' ? last.data.ranking : [];
  if (ranking.length > 0) return ranking.map(({ articleId }) => articleId);
  const text = told.slice(-READ_TOGETHER).map(({ message }) => coverMarkers(message.data.text, ' ')).join('\n').trim();
  return text === '' ? [] : (await search.rank(text, locale)).articles.map(({ articleId }) => articleId);
}

function describeArticle({ base }: Knowledge, articleId: string, { locale, reader }: Languages): { row: ArticleRow; rendered: RenderedArticle } | undefined {
  const translation = findTranslation(base, articleId, locale);
  if (!translation) return undefined;
  const render = (one: typeof translation): RenderedArticle => renderArticle(one, { exchange: base.exchange, resolveArticle: (id) => `/help/${one.locale}/${id}` });
  const rendered = render(translation);
  const known = reader === undefined || reader === translation.locale ? undefined : base.articles.get(articleId)?.translations[reader];
  return {
    rendered,
    row: {
      articleId, locale: translation.locale, revision: translation.revision, title: rendered.title, summary: rendered.summary,
      readerTitle: known ? render(known).title : null,
    },
  };
}
