import type { CountViews } from '../desk/count-views.ts';
import { callsFor, mayRead } from '../domain/access.ts';
import type { Agent } from '../domain/agent.ts';
import type { Conversation } from '../domain/conversation.ts';
import { readCaseNumber } from '../domain/read-case-number.ts';
import { AppError } from '../domain/errors.ts';
import { allows } from '../domain/roles.ts';
import { TEAMS } from '../domain/teams.ts';
import { readPageCursor, writePageCursor } from '../protocol/page-cursor.ts';
import type { ConversationStore, PageFilter } from '../ports.ts';
import type { MountRoute } from './http/mount-route.ts';

/** Lists that are given whole have at most so many; nobody can work on more. */
const MOST_WHOLE = 1_000;
/** In how many conversations a side thread or a mention may wait for anybody at all. */
const MOST_CALLS = 10_000;

/** The lists of the desk, and how long they are. */
export function mountListRoutes(mount: MountRoute, { conversations, countViews }: {
  conversations: Pick<ConversationStore, 'list' | 'listPage' | 'findByCaseNumber'>;
  countViews: CountViews;
}): void {
  mount('listConversations', async ({ agent, query: { view, limit, after } }) => {
    if (view === 'mine') return whole(await conversations.list({ view, agentId: agent.id }, MOST_WHOLE));
    if (view === 'calls') return whole((await conversations.list({ view }, MOST_CALLS)).filter((one) => callsFor(agent, one)).slice(0, MOST_WHOLE));
    const page = await conversations.listPage(toFilter(agent, view), after === undefined ? null : readPageCursor(after), limit);
    const last = page.at(-1);
    return { conversations: page, next: last && page.length === limit ? writePageCursor(last) : null };
  });

  mount('countViews', ({ agent }) => countViews(agent));

  mount('findCase', async ({ agent, params }) => {
    const found = await conversations.findByCaseNumber(readCaseNumber(params.caseNumber) ?? params.caseNumber);
    if (!found || !mayRead(agent, found)) throw new AppError('not-found', `there is no case ${params.caseNumber}`, { field: 'caseNumber' });
    return { conversationId: found.id };
  });
}

function whole(conversations: Conversation[]) {
  return { conversations, next: null };
}

function toFilter(agent: Agent, view: PageFilter['view']): PageFilter {
  const seesAll = allows(agent.role, 'conversations.read-all');
  if (view === 'queue') return { view, teams: seesAll ? TEAMS : agent.teams };
  return { view, teams: seesAll ? 'all' : agent.teams };
}
