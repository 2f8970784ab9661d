import { mayRead } from '../domain/access.ts';
import type { Agent } from '../domain/agent.ts';
import type { AgentTools, ToolResult } from '../domain/agent-tools.ts';
import type { Conversation } from '../domain/conversation.ts';
import { AppError } from '../domain/errors.ts';
import type { ConversationEvent } from '../domain/events.ts';
import type { Redact } from '../domain/secrets.ts';
import type { ConversationStore, Logger } from '../ports.ts';
import type { AssistAnswer, AssistRequest } from '../protocol/assist.ts';
import { createKeptAnswers, type KeptAnswers } from './kept-answers.ts';
import { findMessage, openQuestion, tellConversation } from './told-conversation.ts';

/**
 * Has a language model help an agent with a conversation. Writes nothing and sends nothing. Rejects
 * with AppError: `not-found` where the agent may not read it or the message is not there,
 * `unavailable` where there is no model or it does not answer.
 */
export type AssistAgent = (agent: Agent, conversationId: string, asked: AssistRequest, signal?: AbortSignal) => Promise<AssistAnswer>;

export interface AssistAgentOptions {
  readonly conversations: Pick<ConversationStore, 'get' | 'read'>;
  /** Undefined without a model. */
  readonly tools: AgentTools | undefined;
  /** Takes secrets out of drafts; the log has none. */
  readonly redact: Redact;
  readonly logger: Logger;
}

/** Of a longer log a model is given the end. */
const LATEST = 10_000;
const KEPT_SUMMARIES = 500;
const KEPT_TRANSLATIONS = 5_000;

/** One request with all that is needed to answer it. */
interface Job {
  readonly tools: AgentTools;
  readonly conversation: Conversation;
  readonly events: readonly ConversationEvent[];
  readonly redact: Redact;
  readonly signal: AbortSignal | undefined;
  /** What is shown, or `none`; throws where the model did not answer. */
  readonly settle: <T>(result: ToolResult<T>, show: (made: T) => AssistAnswer) => AssistAnswer;
}

type Kept = Readonly<Record<'summaries' | 'translations', KeptAnswers<AssistAnswer>>>;

export function createAssistAgent({ conversations, tools, redact, logger }: AssistAgentOptions): AssistAgent {
  const kept: Kept = {
    // One that did not pass its checks is kept as well: opening the case again asks no more than once, the button does.
    summaries: createKeptAnswers(KEPT_SUMMARIES),
    translations: createKeptAnswers(KEPT_TRANSLATIONS, isMade),
  };
  return async function assistAgent(agent, conversationId, asked, signal) {
    const conversation = await conversations.get(conversationId);
    if (!conversation || !mayRead(agent, conversation)) throw new AppError('not-found', `there is no conversation ${conversationId}`);
    if (!tools) throw new AppError('unavailable', 'no language model is configured');
    const events = await conversations.read(conversationId, Math.max(0, conversation.seq - LATEST), LATEST);
    const settle: Job['settle'] = (result, show) => {
      if (result.ok) return show(result);
      if (result.reason !== 'cancelled') logger.info('a language model did not help an agent', { tool: asked.type, reason: result.reason, conversationId });
      if (isSilent(result.reason)) throw new AppError('unavailable', 'the language model does not answer');
      return { type: 'none' };
    };
    return answer({ tools, conversation, events, redact, signal, settle }, asked, kept);
  };
}

function answer(job: Job, asked: AssistRequest, kept: Kept): Promise<AssistAnswer> {
  switch (asked.type) {
    case 'summarise': return summarise(job, asked, kept);
    case 'suggest': return suggest(job);
    case 'translate': return 'seq' in asked.source ? translateMessage(job, asked.source.seq, asked.to, kept) : translateDraft(job, asked.source, asked.to);
    case 'rewrite': return rewrite(job, asked);
  }
}

/** Once per last message of the contact. Whoever asks first may leave: colleagues wait for the same. */
function summarise({ tools, conversation, events, settle }: Job, { locale, anew }: Extract<AssistRequest, { type: 'summarise' }>, { summaries }: Kept): Promise<AssistAnswer> {
  const { id, locale: spoken, contactSeq } = conversation;
  return summaries.get(`${id} ${locale}`, contactSeq, async () => settle(
    await tools.summarise({ conversation: tellConversation(events, { withNotes: true }), spoken, locale, chargeTo: id }),
    ({ summary: { wish, events: happened, open } }) => ({ type: 'summary', summary: { wish, events: [...happened], open: [...open] }, contactSeq }),
  ), anew);
}

async function suggest({ tools, conversation, events, signal, settle }: Job): Promise<AssistAnswer> {
  const { id, locale, contactSeq } = conversation;
  const question = openQuestion(events);
  if (question === undefined) return { type: 'none' };
  const told = tellConversation(events, { withNotes: false });
  // The last is the contact's: what came after it is no question.
  const conversationSoFar = told.slice(0, told.findLastIndex(({ from }) => from === 'contact') + 1);
  return settle(
    await tools.suggest({ conversation: conversationSoFar, question, locale, chargeTo: id, signal }),
    ({ text, citations }) => ({ type: 'suggestion', text, locale, citations: [...citations], contactSeq }),
  );
}

function translateMessage({ tools, conversation, events, settle }: Job, seq: number, to: Conversation['locale'], { translations }: Kept): Promise<AssistAnswer> {
  const message = findMessage(events, seq, conversation.locale);
  if (!message) throw new AppError('not-found', `there is no message ${seq}`, { field: 'source.seq' });
  // A message never changes, so neither does its version.
  return translations.get(`${conversation.id} ${seq} ${to}`, 0, async () => settle(
    await tools.translate({ text: message.text, from: message.locale, to, chargeTo: conversation.id }),
    ({ text }) => ({ type: 'text', text, locale: to }),
  ));
}

async function translateDraft({ tools, conversation, redact, signal, settle }: Job, { draft, locale }: { draft: string; locale: Conversation['locale'] }, to: Conversation['locale']): Promise<AssistAnswer> {
  const made = await tools.translate({ text: redact(draft).text, from: locale, to, chargeTo: conversation.id, signal });
  return settle(made, ({ text }) => ({ type: 'text', text, locale: to }));
}

async function rewrite({ tools, conversation, redact, signal, settle }: Job, { draft, tone, locale }: Extract<AssistRequest, { type: 'rewrite' }>): Promise<AssistAnswer> {
  const made = await tools.rewrite({ draft: redact(draft).text, tone, locale, chargeTo: conversation.id, signal });
  return settle(made, ({ text }) => ({ type: 'text', text, locale }));
}

function isMade({ type }: AssistAnswer): boolean {
  return type !== 'none';
}

/** About the model, rather than about its answer. */
function isSilent(reason: string): boolean {
  return reason === 'unavailable' || reason === 'failed' || reason === 'cancelled';
}
