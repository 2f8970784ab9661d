import { v7 as uuidv7 } from 'uuid';
import type { Files } from '../conversation/files.ts';
import { mayRead } from '../domain/access.ts';
import type { Agent } from '../domain/agent.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { DeskSettings } from '../domain/desk-settings.ts';
import { AppError } from '../domain/errors.ts';
import type { Attachment, Citation, ConversationEvent, EventData, EventType } from '../domain/events.ts';
import type { Locale } from '../domain/locales.ts';
import type { Actor, Command } from '../domain/ownership.ts';
import { LONGEST_SNOOZE_DAYS, LONGEST_SNOOZE_MS } from '../domain/snooze.ts';
import type { Redact } from '../domain/secrets.ts';
import { allows } from '../domain/roles.ts';
import type { DeskCommand } from '../protocol/desk.ts';
import type { AgentStore, Clock, ConversationStore } from '../ports.ts';
import { checkScores } from './review.ts';

export type RunDeskCommand = (agent: Agent, conversationId: string, command: DeskCommand) => Promise<{ conversation: Conversation; seq: number }>;

/** Does what an agent asked for, if the agent may read the conversation and the rules of ownership allow it. */
export function createRunDeskCommand({ conversations, agents, ensurePresent, clock, applyCommand, wakeAssistant, files, cite, rubric, redact }: {
  conversations: Pick<ConversationStore, 'get' | 'findByClientMessageId'>;
  agents: Pick<AgentStore, 'get'>;
  /** Who takes a conversation is there. */
  ensurePresent: (agentId: string) => Promise<void>;
  clock: Clock;
  applyCommand: (conversationId: string, make: (conversation: Conversation) => Command) =>
  Promise<{ conversation: Conversation; events: readonly ConversationEvent[] }>;
  wakeAssistant: (conversationId: string) => void;
  files: Files;
  /** The article as it is published in exactly this language now: what an agent's card says is never the agent's. */
  cite: (articleId: string, locale: Locale) => Citation | undefined;
  /** What is scored in a review. */
  rubric: () => DeskSettings['rubric'];
  /** Takes out what must not be stored: agents copy what contacts tell them. */
  redact: Redact;
}): RunDeskCommand {
  return async function runDeskCommand(agent, conversationId, asked) {
    const done = await findDone(agent, conversationId, asked);
    if (done) return done;
    const command = withoutSecrets(asked, redact);
    if (command.type === 'snooze') checkSnooze(command.until, clock.now());
    if (command.type === 'claim') await ensurePresent(agent.id);
    const given: Given = {
      assignee: command.type === 'assign' ? await findColleague(command.agentId, 'agentId') : undefined,
      threadId: uuidv7(),
      citations: command.type === 'reply' ? (command.citations ?? []).map(citePublished) : [],
      attachments: command.type === 'reply' ? await files.describe(command.attachments ?? [], { agentId: agent.id }, conversationId) : [],
    };
    if (command.type === 'review') checkScores(command.scores, rubric());
    if (command.type === 'note') for (const id of command.mentions ?? []) await findColleague(id, 'mentions');
    const { conversation, events } = await applyCommand(conversationId, (current) => {
      if (!mayRead(agent, current)) throw new AppError('not-found', `there is no conversation ${conversationId}`);
      return toCommand(agent, current, command, given);
    });
    await files.tie(given.attachments.map(({ id }) => id), conversationId, { agentId: agent.id });
    // After a return the assistant owes an answer to what the contact wrote meanwhile.
    if (command.type === 'return') wakeAssistant(conversationId);
    return { conversation, seq: events.at(-1)?.seq ?? conversation.seq };
  };

  /** What the agent sent before and heard nothing of: it stands, whatever became of the conversation since. */
  async function findDone(agent: Agent, conversationId: string, command: DeskCommand): Promise<Awaited<ReturnType<RunDeskCommand>> | undefined> {
    if (!('clientMessageId' in command) || command.clientMessageId === undefined) return undefined;
    const event = await conversations.findByClientMessageId(conversationId, command.clientMessageId);
    const conversation = event && await conversations.get(conversationId);
    if (!event || !conversation || event.type !== WRITES[command.type] || !('author' in event.data)) return undefined;
    const { author } = event.data;
    return author.kind === 'agent' && author.agentId === agent.id ? { conversation, seq: event.seq } : undefined;
  }

  function citePublished({ articleId, locale }: Citation, index: number): Citation {
    const citation = cite(articleId, locale);
    if (citation) return citation;
    const field = `citations.${index}.articleId`;
    throw new AppError('invalid-input', `${field}: expected an article that is published in ${locale}, not ${articleId}`, { field });
  }

  async function findColleague(agentId: string, field: string): Promise<Agent> {
    const colleague = await agents.get(agentId);
    if (!colleague?.active || !allows(colleague.role, 'conversations.handle')) {
      throw new AppError('invalid-input', `${field}: expected a colleague who handles conversations, not ${agentId}`, { field });
    }
    return colleague;
  }
}

function checkSnooze(until: number, now: number): void {
  if (until <= now || until > now + LONGEST_SNOOZE_MS) throw new AppError('invalid-input', `until: expected a time within the next ${LONGEST_SNOOZE_DAYS} days`, { field: 'until' });
}

/** The event that carries a command's client message id. */
const WRITES: Partial<Record<DeskCommand['type'], EventType>> = {
  reply: 'message.sent', note: 'note.added', assign: 'note.added', transfer: 'note.added', 'open-thread': 'thread.opened', 'reply-thread': 'thread.replied',
};

/** What a command needs beside itself. */
interface Given {
  readonly assignee: Agent | undefined;
  /** Of a side thread that is opened. */
  readonly threadId: string;
  readonly attachments: readonly Attachment[];
  readonly citations: readonly Citation[];
}

function withoutSecrets(command: DeskCommand, redact: Redact): DeskCommand {
  const text = 'text' in command && command.text !== undefined ? { text: redact(command.text).text } : {};
  const note = 'note' in command && command.note !== undefined ? { note: redact(command.note).text } : {};
  const comment = 'comment' in command && command.comment !== undefined ? { comment: redact(command.comment).text } : {};
  const original = command.type === 'reply' && command.original ? { original: { ...command.original, text: redact(command.original.text).text } } : {};
  return { ...command, ...text, ...note, ...comment, ...original };
}

function toCommand(agent: Agent, conversation: Conversation, command: DeskCommand, { assignee, threadId, attachments, citations }: Given): Command {
  const me = { agentId: agent.id, name: agent.name };
  const actor: Actor = { ...me, oversees: allows(agent.role, 'conversations.oversee') };
  const author = { kind: 'agent' as const, ...me };
  switch (command.type) {
    case 'claim':
    case 'release':
    case 'wake':
    case 'reopen':
    case 'see-mention': return { type: command.type, actor };
    case 'assign': return { type: 'assign', actor, to: { agentId: assignee?.id ?? '', name: assignee?.name ?? '' }, note: noteOf(command) };
    case 'transfer': return { type: 'transfer', actor, team: command.team, note: noteOf(command) };
    case 'snooze': return { type: 'snooze', actor, until: command.until };
    case 'return':
    case 'resolve': return { type: command.type, actor, seenSeq: command.seenSeq };
    case 'reply': {
      const { clientMessageId, text, original } = command;
      return {
        type: 'reply', actor,
        message: {
          author, kind: 'reply', text, locale: conversation.locale, citations: [...citations], choices: [], clientMessageId,
          ...(original ? { original } : {}), ...(attachments.length > 0 ? { attachments: [...attachments] } : {}),
        },
      };
    }
    case 'note': {
      const { clientMessageId, text, whisper } = command;
      if (whisper && !actor.oversees) throw new AppError('forbidden', 'only who oversees conversations whispers');
      const mentions = whisper ? [listenerOf(conversation, agent)] : command.mentions;
      return { type: 'note', note: { author, text, clientMessageId, ...(mentions ? { mentions } : {}), ...(whisper ? { whisper } : {}) } };
    }
    case 'open-thread': return { type: 'open-thread', thread: { threadId, to: command.to, author, text: command.text, clientMessageId: command.clientMessageId } };
    case 'reply-thread': return { type: 'reply-thread', reply: { threadId: command.threadId, author, text: command.text, clientMessageId: command.clientMessageId } };
    case 'close-thread': return { type: 'close-thread', actor, threadId: command.threadId };
    case 'review': {
      const { scores, comment } = command;
      if (!allows(agent.role, 'conversations.report')) throw new AppError('forbidden', `the role ${agent.role} does not review conversations`);
      return { type: 'review', review: { ...me, reviewedAgentId: conversation.lastAgent?.agentId ?? null, scores, ...(comment === undefined ? {} : { comment }) } };
    }
  }

  /** Whoever has the conversation by now, and nobody else, is called by a whisper. */
  function listenerOf({ owner }: Conversation, { id }: Agent): string {
    if (owner.kind !== 'agent' || owner.agentId === id) throw new AppError('conflict', 'no colleague has this conversation to whisper to; add a note');
    return owner.agentId;
  }

  function noteOf({ note, clientMessageId }: { note?: string | undefined; clientMessageId?: string | undefined }): EventData<'note.added'> | undefined {
    return note === undefined || clientMessageId === undefined ? undefined : { author, text: note, clientMessageId };
  }
}
