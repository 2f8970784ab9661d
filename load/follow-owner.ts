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

type Wrong = (kind: ViolationKind, event: WireEvent, detail: string) => void;

interface State {
  owner: Owner;
  status: Told['status'];
  lastReceived: number;
  /** What somebody has answered, or taken upon themselves. */
  answeredUpTo: number;
  lastAssigned: number;
  /** Messages that the assistant answered since it has the conversation. */
  answered: Set<number>;
  /** When people were asked for: what is written with the same append belongs to the assistant's last turn. */
  handedAt: number;
}

/**
 * Reads a whole log as colleagues see it and says whose the conversation is at the end. The rules stand
 * here once more, apart from the code that they check: one owner at a time, and nobody speaks but who owns.
 */
export function followOwner(events: readonly WireEvent[], report: (violation: Violation) => void): Told {
  const state: State = { owner: { kind: 'assistant' }, status: 'open', lastReceived: 0, answeredUpTo: 0, lastAssigned: 0, answered: new Set(), handedAt: -1 };
  const wrong: Wrong = (kind, { conversationId, seq }, detail) => { report({ kind, conversationId, detail: `event ${seq}: ${detail}` }); };
  for (const event of events) {
    if (event.type === 'message.received') {
      state.lastReceived = event.seq;
      state.handedAt = -1;
    } else if (event.type === 'message.sent') {
      speak(state, event, wrong);
    } else {
      change(state, event, wrong);
    }
  }
  const { owner, status, lastReceived, answeredUpTo } = state;
  return { owner, status, owesAnswer: status === 'open' && owner.kind === 'assistant' && lastReceived > answeredUpTo };
}

function speak(state: State, event: WireEvent, wrong: Wrong): void {
  const { owner, answered } = state;
  const { author, kind, ofSeq } = event.data as { author: { kind: string; agentId?: string }; kind: string; ofSeq?: number };
  if (author.kind === 'agent') {
    if (owner.kind !== 'agent' || owner.agentId !== author.agentId) wrong('two voices', event, `agent ${author.agentId ?? ''} replied while ${show(owner)} had it`);
  } else if (kind !== 'follow-up' && !maySpeak(owner, kind, state.handedAt === event.at)) {
    wrong('two voices', event, `the assistant said "${kind}" while ${show(owner)} had it`);
  }
  if (author.kind === 'assistant' && owner.kind !== 'agent' && ofSeq !== undefined && !WHILE_QUEUED.includes(kind)) {
    if (answered.has(ofSeq)) wrong('doubled', event, `a second answer to message ${ofSeq}`);
    answered.add(ofSeq);
  }
  if (owner.kind === 'assistant' || author.kind === 'agent') state.answeredUpTo = event.seq;
}

function change(state: State, event: WireEvent, wrong: Wrong): void {
  const { owner } = state;
  const { team = '', agentId = '', byAgentId } = event.data as { team?: string; agentId?: string; byAgentId?: string | null };
  switch (event.type) {
    case 'handoff.requested':
      if (owner.kind === 'agent') wrong('two owners', event, `handed to ${team} while ${show(owner)} had it`);
      state.owner = { kind: 'queue', team };
      state.handedAt = event.at;
      return;
    case 'conversation.assigned':
      // Who takes something for themselves, and routing, take only what no colleague has.
      if (owner.kind === 'agent' && (byAgentId === null || byAgentId === agentId)) wrong('two owners', event, `${agentId} took it while ${show(owner)} had it`);
      state.owner = { kind: 'agent', agentId };
      state.lastAssigned = event.seq;
      return;
    case 'conversation.released':
    case 'conversation.transferred':
      if (owner.kind === 'assistant') wrong('two owners', event, `${event.type} while the assistant had it`);
      state.owner = { kind: 'queue', team };
      return;
    case 'conversation.returned':
      if (owner.kind !== 'agent') wrong('two owners', event, `returned while ${show(owner)} had it`);
      // What came before the colleague is theirs to have settled.
      backToAssistant(state, state.lastAssigned);
      return;
    case 'conversation.resolved':
    case 'conversation.settled':
      state.owner = { kind: 'assistant' };
      state.status = 'resolved';
      return;
    case 'conversation.reopened':
      state.status = 'open';
      backToAssistant(state, state.lastReceived);
  }
}

function backToAssistant(state: State, settledUpTo: number): void {
  state.owner = { kind: 'assistant' };
  state.answered = new Set();
  state.answeredUpTo = Math.max(state.answeredUpTo, settledUpTo);
}

function maySpeak(owner: Owner, kind: string, isHandingOver: boolean): boolean {
  switch (owner.kind) {
    case 'assistant': return true;
    case 'queue': return isHandingOver || WHILE_QUEUED.includes(kind);
    case 'agent': return WHILE_OWNED.includes(kind);
  }
}

function show(owner: Owner): string {
  if (owner.kind === 'assistant') return 'the assistant';
  return owner.kind === 'queue' ? `the queue ${owner.team}` : `agent ${owner.agentId}`;
}
