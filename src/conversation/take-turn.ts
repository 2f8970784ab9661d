import type { AssistantSeat } from '../domain/assistant-seat.ts';
import { needsHearing, needsTurn, type Conversation } from '../domain/conversation.ts';
import { decideOwnership, type TurnDraft } from '../domain/ownership.ts';
import type { ConversationStore, Doorbell, Logger } from '../ports.ts';
import type { HandOverFailed } from './hand-over.ts';

/** How many of the latest events a turn is taken on. */
const HISTORY_LENGTH = 60;

/** `again` where the log moved on while the turn was taken, so that it has to be looked at anew. */
export type TakeTurn = (conversationId: string, signal?: AbortSignal) => Promise<'done' | 'again'>;

/**
 * One turn of the assistant: it answers where it owns the conversation, and listens where people have
 * it. What it wants to write is appended only if the log is still as it was
 * when the turn began, so that a person who stepped in or another message of the contact wins.
 * Whatever fails ends with a person; rejects only where storage fails.
 * @param turnLimitMs a turn that takes longer counts as failed.
 */
export function createTakeTurn({ conversations, handOver, doorbell, assistant, logger, turnLimitMs }: {
  conversations: Pick<ConversationStore, 'get' | 'read' | 'append'>;
  handOver: HandOverFailed;
  doorbell: Pick<Doorbell, 'ring' | 'signal'>;
  assistant: Pick<AssistantSeat, 'respond' | 'hear'>;
  logger: Logger;
  turnLimitMs: number;
}): TakeTurn {
  return async function takeTurn(conversationId, cut) {
    const conversation = await conversations.get(conversationId);
    const owed = conversation && whatIsOwed(conversation);
    if (!owed) return 'done';
    const events = await conversations.read(conversationId, Math.max(0, conversation.seq - HISTORY_LENGTH), HISTORY_LENGTH);
    if (events.at(-1)?.seq !== conversation.seq) return 'again';
    let drafts: readonly TurnDraft[];
    try {
      drafts = await withLimit((late) => assistant[owed]({ conversation, events, signal: cut ? AbortSignal.any([late, cut]) : late, onPiece: showPieces(conversation) }), turnLimitMs);
    } catch (error) {
      if (owed === 'hear') {
        // People have the conversation already; the next message is listened to again.
        logger.warn('the assistant could not listen', { conversationId, error: String(error) });
        return 'done';
      }
      logger.error('the assistant failed; a person takes over', { conversationId, error: error instanceof Error ? error.stack : String(error) });
      await handOver(conversationId);
      // Now that people have it, what was written is at least listened to: it may be urgent.
      return 'again';
    }
    return append(conversation, drafts);
  };

  /** Lets the contact watch the answer being written. Never stored: the message that follows is the answer. */
  function showPieces({ id: conversationId, contactSeq: ofSeq }: Conversation): (piece: string) => void {
    let at = 0;
    return (text) => {
      doorbell.signal({ type: 'partial', conversationId, ofSeq, at, text });
      at += text.length;
    };
  }

  async function append(conversation: Conversation, drafts: readonly TurnDraft[]): Promise<'done' | 'again'> {
    const decision = decideOwnership(conversation, { type: 'take-turn', events: drafts });
    if ('rejected' in decision) return 'done';
    const { id: conversationId, contactId, seq } = conversation;
    if (await conversations.append(conversationId, seq, decision.events) === 'conflict') {
      const now = await conversations.get(conversationId);
      // A rating or a note that came meanwhile changes nothing about the answer; a message or a new owner does.
      const same = now && whatIsOwed(now) === whatIsOwed(conversation) && now.owner.kind === conversation.owner.kind;
      return same && now.contactSeq === conversation.contactSeq ? append(now, drafts) : 'again';
    }
    doorbell.ring({ conversationId, contactId });
    return 'done';
  }
}

/** What the assistant has to do in a conversation, if anything. */
function whatIsOwed(conversation: Conversation): 'respond' | 'hear' | undefined {
  if (needsTurn(conversation)) return 'respond';
  return needsHearing(conversation) ? 'hear' : undefined;
}

async function withLimit<T>(work: (signal: AbortSignal) => Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new AbortController();
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      late.abort();
      reject(new Error(`the turn took longer than ${limitMs} ms`));
    }, limitMs);
  });
  try {
    return await Promise.race([work(late.signal), limit]);
  } finally {
    clearTimeout(timer);
  }
}
