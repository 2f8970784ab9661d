import type { Violation, ViolationKind, WireEvent } from './ledger.ts';

/** Whose a conversation is, as its log tells. */
export type Owner =
  | { readonly kind: 'assistant' }
  | { readonly kind: 'queue'; readonly team: string }
  | { readonly kind: 'agent'; readonly agentId: string };

export interface Told {
  readonly owner: Owner;
  readonly status: 'open' | 'resolved';
  /** The last message of the contact, and whether somebody owes an answer to it that is not a person. */
  readonly owesAnswer: boolean;
}

/** What the assistant may say where people have the conversation. */
const WHILE_QUEUED = ['intake', 'safety'];
const WHILE_OWNED = ['safety'];

/**
 * Reads a whole log as colleagues see it and says whose the conversation is at the end. The rules stand
 * here once more, apart from the code that they check: one owner at a time, and nobody speaks but who owns.
 */
export function followOwner(events: readonly WireEvent[], report: (violation: Violation) => void): Told {
  let owner: Owner = { kind: 'assistant' };
  let status: Told['status'] = 'open';
  let lastReceived = 0;
  let answeredUpTo = 0;
  let answered = new Set<unknown>();
  /** When people were asked for: what is written with the same append belongs to the assistant's last turn. */
  let handedAt = -1;
  const wrong = (kind: ViolationKind, event: WireEvent, detail: string): void => { report({ kind, conversationId: event.conversationId, detail: `event ${event.seq}: ${detail}` }); };

  for (const event of events) {
    const { type, data, at, seq } = event;
    switch (type) {
      case 'message.received':
        lastReceived = seq;
        handedAt = -1;
        break;
      case 'message.sent': {
        const author = data['author'] as { kind: string; agentId?: string } | undefined;
        const kind = String(data['kind']);
        if (author?.kind === 'agent') {
          if (owner.kind !== 'agent' || owner.agentId !== author.agentId) wrong('two voices', event, `agent ${String(author.agentId)} replied while ${show(owner)} had it`);
        } else if (kind !== 'follow-up' && !maySpeak(owner, kind, handedAt === at)) {
          wrong('two voices', event, `the assistant said "${kind}" while ${show(owner)} had it`);
        }
        if (author?.kind === 'assistant' && owner.kind !== 'agent' && data['ofSeq'] !== undefined && kind !== 'intake' && kind !== 'safety') {
          if (answered.has(data['ofSeq'])) wrong('doubled', event, `a second answer to message ${String(data['ofSeq'])}`);
          answered.add(data['ofSeq']);
        }
        if (owner.kind === 'assistant' || author?.kind === 'agent') answeredUpTo = seq;
        break;
      }
      case 'handoff.requested':
        if (owner.kind === 'agent') wrong('two owners', event, `handed to ${String(data['team'])} while ${show(owner)} had it`);
        owner = { kind: 'queue', team: String(data['team']) };
        handedAt = at;
        break;
      case 'conversation.assigned': {
        // Who takes something for themselves, and routing, take only what no colleague has.
        const isTaken = owner.kind === 'agent' && (data['byAgentId'] === null || data['byAgentId'] === data['agentId']);
        if (isTaken) wrong('two owners', event, `${String(data['agentId'])} took it while ${show(owner)} had it`);
        owner = { kind: 'agent', agentId: String(data['agentId']) };
        break;
      }
      case 'conversation.released':
      case 'conversation.transferred':
        if (owner.kind === 'assistant') wrong('two owners', event, `${type} while the assistant had it`);
        owner = { kind: 'queue', team: String(data['team']) };
        break;
      case 'conversation.returned':
        if (owner.kind !== 'agent') wrong('two owners', event, `returned while ${show(owner)} had it`);
        owner = { kind: 'assistant' };
        answered = new Set();
        // What came before the colleague is theirs to have settled.
        answeredUpTo = Math.max(answeredUpTo, lastAssigned(events, seq));
        break;
      case 'conversation.resolved':
      case 'conversation.settled':
        owner = { kind: 'assistant' };
        status = 'resolved';
        break;
      case 'conversation.reopened':
        owner = { kind: 'assistant' };
        status = 'open';
        answered = new Set();
        answeredUpTo = Math.max(answeredUpTo, lastReceived);
        break;
    }
  }
  return { owner, status, owesAnswer: status === 'open' && owner.kind === 'assistant' && lastReceived > answeredUpTo };
}

function maySpeak(owner: Owner, kind: string, isHandingOver: boolean): boolean {
  switch (owner.kind) {
    case 'assistant': return true;
    case 'queue': return isHandingOver || WHILE_QUEUED.includes(kind);
    case 'agent': return WHILE_OWNED.includes(kind);
  }
}

function lastAssigned(events: readonly WireEvent[], before: number): number {
  return events.findLast(({ type, seq }) => type === 'conversation.assigned' && seq < before)?.seq ?? 0;
}

function show(owner: Owner): string {
  if (owner.kind === 'assistant') return 'the assistant';
  return owner.kind === 'queue' ? `the queue ${owner.team}` : `agent ${owner.agentId}`;
}
