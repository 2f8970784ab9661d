import { mayRead } from '../domain/access.ts';
import type { Agent } from '../domain/agent.ts';
import type { Conversation } from '../domain/conversation.ts';
import { AppError } from '../domain/errors.ts';
import type { ConversationEvent } from '../domain/events.ts';
import type { Actor, Command } from '../domain/ownership.ts';
import type { Redact } from '../domain/secrets.ts';
import { allows } from '../domain/roles.ts';
import type { DeskCommand } from '../protocol/desk.ts';
import type { AgentStore } from '../ports.ts';

export type RunDeskCommand = (agent: Agent, conversationId: string, command: DeskCommand) => Promise<{ conversation: Conversation; seq: number }>;

/** Does what an agent asked for, if the agent may read the conversation and the rules of ownership allow it. */
export function createRunDeskCommand({ agents, applyCommand, wakeAssistant, redact }: {
  agents: Pick<AgentStore, 'get'>;
  applyCommand: (conversationId: string, make: (conversation: Conversation) => Command) =>
  Promise<{ conversation: Conversation; events: readonly ConversationEvent[] }>;
  wakeAssistant: (conversationId: string) => void;
  /** Takes out what must not be stored: agents copy what contacts tell them. */
  redact: Redact;
}): RunDeskCommand {
  return async function runDeskCommand(agent, conversationId, asked) {
    const command = withoutSecrets(asked, redact);
    const assignee = command.type === 'assign' ? await findAssignee(command.agentId) : undefined;
    const { conversation, events } = await applyCommand(conversationId, (current) => {
      if (!mayRead(agent, current)) throw new AppError('not-found', `there is no conversation ${conversationId}`);
      return toCommand(agent, current, command, assignee);
    });
    // After a return the assistant owes an answer to what the contact wrote meanwhile.
    if (command.type === 'return') wakeAssistant(conversationId);
    return { conversation, seq: events.at(-1)?.seq ?? conversation.seq };
  };

  async function findAssignee(agentId: string): Promise<Agent> {
    const assignee = await agents.get(agentId);
    if (!assignee || !allows(assignee.role, 'conversations.handle')) {
      throw new AppError('invalid-input', `agentId: expected a colleague who handles conversations, not ${agentId}`, { field: 'agentId' });
    }
    return assignee;
  }
}

function withoutSecrets(command: DeskCommand, redact: Redact): DeskCommand {
  if (!('text' in command)) return command;
  const clean = { ...command, text: redact(command.text).text };
  return clean.type === 'reply' && clean.original ? { ...clean, original: { ...clean.original, text: redact(clean.original.text).text } } : clean;
}

function toCommand(agent: Agent, conversation: Conversation, command: DeskCommand, assignee: Agent | undefined): Command {
  const actor: Actor = { agentId: agent.id, name: agent.name, oversees: allows(agent.role, 'conversations.oversee') };
  const author = { kind: 'agent' as const, agentId: agent.id, name: agent.name };
  switch (command.type) {
    case 'claim': return { type: 'claim', actor };
    case 'assign': return { type: 'assign', actor, to: { agentId: assignee?.id ?? '', name: assignee?.name ?? '' } };
    case 'release': return { type: 'release', actor, reason: 'released' };
    case 'return':
    case 'resolve': return { type: command.type, actor, seenSeq: command.seenSeq };
    case 'reply': {
      const { clientMessageId, text, original } = command;
      return {
        type: 'reply', actor,
        message: { author, kind: 'reply', text, locale: conversation.locale, citations: [], choices: [], clientMessageId, ...(original ? { original } : {}) },
      };
    }
    case 'note': return { type: 'note', note: { author, text: command.text, clientMessageId: command.clientMessageId } };
  }
}
