import type { Response } from 'express';
import type { AssistAgent } from '../desk/assist-agent.ts';
import type { RunDeskCommand } from '../desk/run-desk-command.ts';
import { mayRead } from '../domain/access.ts';
import type { Agent } from '../domain/agent.ts';
import type { AgentTools } from '../domain/agent-tools.ts';
import { AppError } from '../domain/errors.ts';
import { allows } from '../domain/roles.ts';
import { TEAMS } from '../domain/teams.ts';
import type { AgentStore, ConversationFilter, ConversationStore } from '../ports.ts';
import type { AgentSessions, SignedIn } from './authentication/agent-sessions.ts';
import { viewAgent, viewColleague } from './desk-views.ts';
import { readSessionToken, sessionCookie } from './http/cookies.ts';
import type { Handler, MountRoute } from './http/mount-route.ts';

/** Events of one conversation that are sent at once. */
const WHOLE_LOG = 10_000;

export function mountDeskRoutes(mount: MountRoute, { conversations, agents, sessions, runDeskCommand, assistAgent, tools, secureCookies, onSignOut }: {
  conversations: Pick<ConversationStore, 'get' | 'read' | 'list'>;
  agents: Pick<AgentStore, 'list'>;
  sessions: AgentSessions;
  runDeskCommand: RunDeskCommand;
  assistAgent: AssistAgent;
  /** Undefined without a language model: agents see nothing of it then. */
  tools: Pick<AgentTools, 'status'> | undefined;
  /** True where the desk is reached over https only. */
  secureCookies: boolean;
  /** Closes what the session has open. */
  onSignOut: (token: string) => void;
}): void {
  const assist = tools !== undefined;
  mountSignIn(mount, sessions, { assist, secure: secureCookies, onSignOut });

  mount('getMe', ({ agent }) => ({ agent: viewAgent(agent), assist }));

  mount('listAgents', async () => {
    const colleagues = await agents.list();
    return { agents: colleagues.filter(({ role }) => allows(role, 'conversations.handle')).map(viewColleague) };
  });

  mount('listConversations', async ({ agent, query }) => ({ conversations: await conversations.list(toFilter(agent, query.view), query.limit) }));

  mount('getConversation', async ({ agent, params, query }) => {
    const conversation = await conversations.get(params.conversationId);
    if (!conversation || !mayRead(agent, conversation)) throw new AppError('not-found', `there is no conversation ${params.conversationId}`);
    return { conversation, events: await conversations.read(conversation.id, query.after, WHOLE_LOG) };
  });

  mount('commandConversation', ({ agent, params, body }) => runDeskCommand(agent, params.conversationId, body));

  mount('assistAgent', ({ agent, params, body }, { response }) => assistAgent(agent, params.conversationId, body, leaving(response)));

  mount('getModelStatus', () => {
    const status = tools?.status();
    return { model: status ? { ...status, failures: { ...status.failures } } : null };
  });
}

/** Aborts when whoever asked is gone before the answer: nobody pays for what nobody reads. */
function leaving(response: Response): AbortSignal {
  const left = new AbortController();
  response.once('close', () => { if (!response.writableEnded) left.abort(); });
  return left.signal;
}

function mountSignIn(mount: MountRoute, sessions: AgentSessions, { assist, onSignOut, ...cookie }: { assist: boolean; secure: boolean; onSignOut: (token: string) => void }): void {
  type Exchange = Parameters<Handler<'signIn'>>[1];

  async function enter({ response }: Exchange, open: () => Promise<SignedIn>) {
    const { agent, token } = await open();
    response.cookie(...sessionCookie(token, cookie));
    return { agent: viewAgent(agent), assist };
  }

  mount('setUp', ({ body }, exchange) => enter(exchange, () => sessions.setUp(body)));
  mount('signIn', ({ body }, exchange) => enter(exchange, () => sessions.signIn(body.email, body.password)));

  mount('signOut', async (_input, { request, response }) => {
    const token = readSessionToken(request) ?? '';
    await sessions.signOut(token);
    onSignOut(token);
    response.cookie(...sessionCookie(undefined, cookie));
    return {};
  });
}

function toFilter(agent: Agent, view: 'queue' | 'mine' | 'open' | 'resolved'): ConversationFilter {
  const all = allows(agent.role, 'conversations.read-all');
  switch (view) {
    case 'queue': return { view: 'queue', teams: all ? TEAMS : agent.teams };
    case 'mine': return { view: 'mine', agentId: agent.id };
    case 'open':
    case 'resolved': return { view: 'all', status: view, teams: all ? 'all' : agent.teams };
  }
}
