import { mayRead } from '../domain/access.ts';
import type { Agent } from '../domain/agent.ts';
import type { Conversation } from '../domain/conversation.ts';
import { AppError } from '../domain/errors.ts';
import { readCaseNumber } from '../domain/read-case-number.ts';
import { parseQuery, type SearchFilters, type SearchQuery } from '../domain/search/parse-query.ts';
import { searchableText, whatWasSaid, type Said } from '../domain/search/plain-message.ts';
import { findTerms, readTerm, type SearchTerm } from '../domain/search/search-term.ts';
import { cutSnippet, type Snippet } from '../domain/search/snippet.ts';
import { startOfDay } from '../domain/search/start-of-day.ts';
import { tokenise } from '../domain/search/tokenise.ts';
import type { AgentStore, Clock, ConversationSearch, ConversationStore, FoundConversation, SearchFilter } from '../ports.ts';

export interface SearchAsked {
  readonly query: string;
  /** What is asked for beside the query; of one kind, any will do. */
  readonly filters: Partial<SearchFilters>;
  /** Whose days the query speaks of. */
  readonly timeZone: string;
  readonly cursor: string | null;
  readonly limit: number;
}

export interface SearchHit extends Snippet, Pick<Said, 'by' | 'place'> {
  readonly seq: number;
  readonly at: number;
}

export interface SearchAnswer {
  readonly results: readonly { readonly conversation: Conversation; readonly hit: SearchHit | null }[];
  readonly next: string | null;
}

export type SearchConversations = (agent: Agent, asked: SearchAsked) => Promise<SearchAnswer>;

/** More words than anybody remembers of a message. */
const MAX_TERMS = 12;
/** Conversations of a contact whose id was typed. */
const MOST_OF_CONTACT = 50;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Finds conversations again. What a word names by itself (a case number, an id) comes first; the rest by
 * the newest. Rejects with AppError `invalid-input` where an operator's value means nothing.
 */
export function createSearchConversations({ search, conversations, agents, clock }: {
  search: ConversationSearch;
  conversations: Pick<ConversationStore, 'get' | 'findByCaseNumber' | 'listOfContact'>;
  agents: Pick<AgentStore, 'list'>;
  clock: Clock;
}): SearchConversations {
  return async function searchConversations(agent, asked) {
    const query = withFilters(parseQuery(asked.query), asked.filters);
    const [problem] = query.problems;
    if (problem) throw new AppError('invalid-input', `q: "${problem.operator}:${problem.value}" means nothing`, { field: problem.operator });
    const terms = query.words.flatMap(({ text, quoted }) => readTerm(text, quoted) ?? []).slice(0, MAX_TERMS);
    const named = (await findNamed(query)).filter((conversation) => mayRead(agent, conversation));
    const isNamed = new Set(named.map(({ id }) => id));
    const filter = await toFilter(agent, query.filters, asked);
    // Words in which there is nothing to look for are not the same as no words.
    const isVain = query.words.length > 0 && terms.length === 0;
    const { found, next } = isVain ? { found: [], next: null } : await search.find({ reader: agent, terms, filter }, asked.cursor, asked.limit);
    return {
      results: [
        ...(asked.cursor === null ? named.map((conversation) => ({ conversation, hit: null })) : []),
        ...found.filter(({ conversation }) => !isNamed.has(conversation.id)).map((one) => ({ conversation: one.conversation, hit: toHit(one, terms) })),
      ],
      next,
    };
  };

  /** What the words are the name of, where they are one. */
  async function findNamed({ words }: SearchQuery): Promise<Conversation[]> {
    const typed = words.map(({ text }) => text).join('');
    if (words.length === 1 && UUID.test(typed)) {
      const id = typed.toLowerCase();
      return [await conversations.get(id) ?? [], await conversations.listOfContact(id, MOST_OF_CONTACT)].flat();
    }
    const caseNumber = words.length <= 2 ? readCaseNumber(typed) : undefined;
    return [caseNumber === undefined ? [] : await conversations.findByCaseNumber(caseNumber) ?? []].flat();
  }

  async function toFilter(agent: Agent, filters: SearchFilters, { timeZone }: SearchAsked): Promise<SearchFilter> {
    const days = (list: readonly string[]): number[] => list.map((day) => dayOf(day, timeZone, clock.now()));
    const { team, intent, language, urgency, status, contact, after, before } = filters;
    return {
      ...(filters.agent.length > 0 ? { agentIds: await findAgents(agent, filters.agent) } : {}),
      ...(team.length > 0 ? { teams: team } : {}), ...(intent.length > 0 ? { intents: intent } : {}), ...(language.length > 0 ? { locales: language } : {}),
      ...(urgency.length > 0 ? { urgencies: urgency } : {}), ...(status.length > 0 ? { statuses: status } : {}), ...(contact.length > 0 ? { contactIds: contact } : {}),
      ...(filters.case.length > 0 ? { caseNumbers: filters.case } : {}),
      ...(after.length > 0 ? { since: Math.max(...days(after)) } : {}), ...(before.length > 0 ? { until: Math.min(...days(before)) } : {}),
    };
  }

  async function findAgents(agent: Agent, names: readonly string[]): Promise<string[]> {
    const all = await agents.list();
    return names.flatMap((name) => {
      if (name.toLowerCase() === 'me') return [agent.id];
      const term = readTerm(name, false);
      const found = all.filter((one) => one.id === name || (term !== undefined && findTerms(tokenise(one.name.normalize('NFC')), [term]) !== undefined));
      if (found.length === 0) throw new AppError('invalid-input', `agent: expected the name of a colleague, not "${name}"`, { field: 'agent' });
      return found.map(({ id }) => id);
    });
  }
}

function withFilters(query: SearchQuery, more: Partial<SearchFilters>): SearchQuery {
  const { filters } = query;
  const names = Object.keys(filters) as (keyof SearchFilters)[];
  return { ...query, filters: Object.fromEntries(names.map((name) => [name, [...filters[name], ...(more[name] ?? [])]])) as unknown as SearchFilters };
}

function dayOf(day: string, timeZone: string, now: number): number {
  try {
    return startOfDay(day, timeZone, now);
  } catch (cause) {
    throw new AppError('invalid-input', `timeZone: expected a time zone such as Asia/Tokyo, not "${timeZone}"`, { field: 'timeZone', cause });
  }
}

function toHit({ said: event }: FoundConversation, terms: readonly SearchTerm[]): SearchHit | null {
  const said = event && whatWasSaid(event);
  if (!event || !said) return null;
  const { seq, at } = event;
  const { by, place, text } = said;
  return { seq, at, by, place, ...cutSnippet(text, findTerms(tokenise(searchableText(said)), terms) ?? []) };
}
