import type { Response } from 'express';
import type { AssistAgent } from '../desk/assist-agent.ts';
import type { ClaimNext } from '../desk/claim-next.ts';
import type { RunDeskCommand } from '../desk/run-desk-command.ts';
import { mayRead } from '../domain/access.ts';
import type { Agent } from '../domain/agent.ts';
import type { AgentTools } from '../domain/agent-tools.ts';
import type { Conversation } from '../domain/conversation.ts';
import { AppError } from '../domain/errors.ts';
import { allows } from '../domain/roles.ts';
import type { AgentStore, ConversationStore, ReadMarkStore } from '../ports.ts';
import { viewColleague } from './desk-views.ts';
import type { MountRoute } from './http/mount-route.ts';

/** Events of one conversation that are sent at once. What is longer is read on over the socket, which follows from the last of these. */
const MOST_EVENTS = 10_000;
/** Conversations of one contact that are shown beside another. */
const MOST_EARLIER = 50;

export function mountDeskRoutes(mount: MountRoute, { conversations, readMarks, agents, runDeskCommand, claimNext, assistAgent, tools }: {
  conversations: Pick<ConversationStore, 'get' | 'read' | 'listOfContact'>;
  readMarks: Pick<ReadMarkStore, 'get'>;
  agents: Pick<AgentStore, 'list'>;
  runDeskCommand: RunDeskCommand;
  claimNext: ClaimNext;
  assistAgent: AssistAgent;
  /** Undefined without a language model: agents see nothing of it then. */
  tools: Pick<AgentTools, 'status'> | undefined;
}): void {
  mount('listAgents', async () => {
    const colleagues = await agents.list();
    return { agents: colleagues.filter(({ role, active }) => active && allows(role, 'conversations.handle')).map(viewColleague) };
  });

  mount('getConversation', async ({ agent, params, query }) => {
    const conversation = await readable(agent, params.conversationId);
    const [events, read] = await Promise.all([conversations.read(conversation.id, query.after, MOST_EVENTS), readMarks.get(conversation.id)]);
    return { conversation, events, read };
  });

  mount('listEarlier', async ({ agent, params }) => {
    const { id, contactId } = await readable(agent, params.conversationId);
    const others = (await conversations.listOfContact(contactId, MOST_EARLIER)).filter((one) => one.id !== id);
    const visible = others.filter((one) => mayRead(agent, one));
    return { conversations: visible, hidden: others.length - visible.length };
  });

  mount('claimNext', async ({ agent }) => {
    const claimed = await claimNext(agent);
    if (!claimed) throw new AppError('not-found', 'nobody waits in these queues');
    return claimed;
  });

  async function readable(agent: Agent, conversationId: string): Promise<Conversation> {
    const conversation = await conversations.get(conversationId);
    if (!conversation || !mayRead(agent, conversation)) throw new AppError('not-found', `there is no conversation ${conversationId}`);
    return conversation;
  }

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
