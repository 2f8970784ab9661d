import { followOwner } from './follow-owner.ts';
import { fingerprint, type Acknowledged, type Ledger, type Violation, type WireEvent } from './ledger.ts';

/** A conversation as each side reads it when everything has come to rest. */
export interface History {
  readonly conversationId: string;
  /** As its contact reads it. */
  readonly contactLog: readonly WireEvent[];
  /** As colleagues read it; undefined where the run has no agent who may. */
  readonly deskLog?: readonly WireEvent[] | undefined;
  /** Its state, as told beside the log. */
  readonly state: { readonly status: string; readonly owner: { readonly kind: string; readonly agentId?: string; readonly team?: string } };
  /** In which lists of the desk it stands; undefined where they were not read. */
  readonly places?: { readonly queues: readonly string[]; readonly agents: readonly string[] } | undefined;
}

/** Of these the contact is shown every one. */
const ALWAYS_SHOWN = ['conversation.started', 'message.received', 'message.sent', 'handoff.requested', 'conversation.assigned', 'conversation.resolved'];

/** Everything that is wrong with one conversation, given what clients were told of it. Pure. */
export function checkConversation(history: History, ledger: Pick<Ledger, 'acknowledgedIn' | 'seenIn'>): readonly Violation[] {
  const found: Violation[] = [];
  const { conversationId, contactLog, deskLog } = history;
  const report = (violation: Violation): void => { found.push(violation); };
  checkNumbers(contactLog, 'contact', report);
  const whole = deskLog ?? contactLog;
  checkMessages(conversationId, whole, ledger.acknowledgedIn(conversationId), report);
  checkSeen(conversationId, whole, ledger.seenIn(conversationId), report);
  if (deskLog) {
    checkNumbers(deskLog, 'agents', report);
    checkSides(conversationId, contactLog, deskLog, report);
    checkPlace(history, deskLog, report);
  }
  return found;
}

function checkNumbers(log: readonly WireEvent[], side: 'contact' | 'agents', report: (violation: Violation) => void): void {
  for (const [index, { conversationId, seq }] of log.entries()) {
    const before = log[index - 1]?.seq ?? 0;
    if (seq <= before) report({ kind: 'out of order', conversationId, detail: `event ${seq} stands after ${before}` });
    // Contacts are not shown every event, colleagues are.
    else if (side === 'agents' && seq !== before + 1) report({ kind: 'gap', conversationId, detail: `event ${seq} follows ${before}` });
  }
}

function checkMessages(conversationId: string, log: readonly WireEvent[], acknowledged: readonly Acknowledged[], report: (violation: Violation) => void): void {
  const places = new Map<string, number[]>();
  for (const { seq, data } of log) {
    const id = data['clientMessageId'];
    if (typeof id === 'string') places.set(id, [...places.get(id) ?? [], seq]);
  }
  for (const [id, seqs] of places) {
    if (seqs.length > 1) report({ kind: 'doubled', conversationId, detail: `message ${id} stands at ${seqs.join(' and ')}` });
  }
  for (const { id, seq, sender } of acknowledged) {
    const at = places.get(id);
    if (!at) report({ kind: 'lost', conversationId, detail: `message ${id} of ${sender}, acknowledged as ${seq}` });
    else if (!at.includes(seq)) report({ kind: 'contradiction', conversationId, detail: `message ${id} was acknowledged as ${seq} and stands at ${at.join(' and ')}` });
  }
  for (const sender of new Set(acknowledged.map((one) => one.sender))) {
    const theirs = acknowledged.filter((one) => one.sender === sender).sort((a, b) => a.order - b.order);
    for (const [index, { id, seq }] of theirs.entries()) {
      const before = theirs[index - 1];
      if (before && before.seq >= seq) report({ kind: 'out of order', conversationId, detail: `${sender} sent ${before.id} before ${id}; they stand at ${before.seq} and ${seq}` });
    }
  }
}

/** Nothing that somebody was shown may be gone, or be something else now. */
function checkSeen(conversationId: string, log: readonly WireEvent[], seen: ReadonlyMap<number, string>, report: (violation: Violation) => void): void {
  const bySeq = new Map(log.map((event) => [event.seq, fingerprint(event)]));
  for (const [seq, print] of seen) {
    const now = bySeq.get(seq);
    if (now === undefined) report({ kind: 'lost', conversationId, detail: `event ${seq} was shown as "${print}"` });
    else if (now !== print) report({ kind: 'contradiction', conversationId, detail: `event ${seq} was shown as "${print}" and is "${now}"` });
  }
}

function checkSides(conversationId: string, contactLog: readonly WireEvent[], deskLog: readonly WireEvent[], report: (violation: Violation) => void): void {
  const forContact = new Map(contactLog.map((event) => [event.seq, fingerprint(event)]));
  for (const event of deskLog) {
    const shown = forContact.get(event.seq);
    if (shown === undefined && ALWAYS_SHOWN.includes(event.type)) report({ kind: 'lost', conversationId, detail: `the contact is not shown event ${event.seq}, ${event.type}` });
    if (shown !== undefined && shown !== fingerprint(event)) report({ kind: 'contradiction', conversationId, detail: `event ${event.seq} is "${shown}" to the contact and "${fingerprint(event)}" to agents` });
    forContact.delete(event.seq);
  }
  for (const seq of forContact.keys()) report({ kind: 'contradiction', conversationId, detail: `the contact is shown event ${seq}, which agents are not` });
}

/** One owner, the same by log, by state and by the lists of the desk. */
function checkPlace({ conversationId, state, places }: History, deskLog: readonly WireEvent[], report: (violation: Violation) => void): void {
  const { owner, status, owesAnswer } = followOwner(deskLog, report);
  const same = state.owner.kind === owner.kind && (owner.kind !== 'agent' || state.owner.agentId === owner.agentId) && (owner.kind !== 'queue' || state.owner.team === owner.team);
  if (!same || state.status !== status) report({ kind: 'two owners', conversationId, detail: `by its log ${status}, ${JSON.stringify(owner)}; by its state ${state.status}, ${JSON.stringify(state.owner)}` });
  if (owesAnswer) report({ kind: 'unanswered', conversationId, detail: 'the assistant has it and has not answered the last message' });
  if (!places) return;
  const { queues, agents } = places;
  const expected = { queues: owner.kind === 'queue' ? [owner.team] : [], agents: owner.kind === 'agent' ? [owner.agentId] : [] };
  const stands = (list: readonly string[]): string => list.join(', ') || 'none';
  if (stands(queues) === stands(expected.queues) && stands(agents) === stands(expected.agents)) return;
  report({ kind: queues.length + agents.length === 0 ? 'nowhere' : 'two owners', conversationId, detail: `by its log ${JSON.stringify(owner)}; it stands in queues: ${stands(queues)}; with agents: ${stands(agents)}` });
}
