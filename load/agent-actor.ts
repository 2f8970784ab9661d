import { randomUUID } from 'node:crypto';
import { TEAMS } from '../src/domain/teams.ts';
import type { DeskCommand } from '../src/protocol/desk.ts';
import { createChoose } from './choose.ts';
import { openDeskLine, type Account, type DeskLine, type Outcome } from './desk-line.ts';
import { wait, type Shared } from './shared.ts';
import { NOTES, REPLIES } from './utterances.ts';

/** Somebody at the desk: takes what waits, answers, notes, passes on and ends it, as the seed has it. */
export interface AgentActor {
  readonly line: DeskLine;
  /** Ends what is under way and does nothing more; the desk stays open. */
  rest(): Promise<void>;
}

/** So many at once. */
const CAPACITY = 4;
/** Before doing something: the line breaks. */
const BREAKS = 0.02;

/** @param paceMs how long they think between two things, half to twice as long. */
export async function startAgentActor(number: number, account: Account, shared: Shared, paceMs: number): Promise<AgentActor> {
  const choose = createChoose(shared.seed, 1_000_000 + number);
  const line = await openDeskLine(account, choose, shared);
  let resting = false;

  function decide(conversationId: string): DeskCommand {
    const seenSeq = line.cursorOf(conversationId);
    const message = (texts: readonly string[]): { clientMessageId: string; text: string } => ({ clientMessageId: randomUUID(), text: choose.pick(texts) });
    const lot = choose.between(0, 1);
    if (lot < 0.5) return { type: 'reply', ...message(REPLIES) };
    if (lot < 0.6) return { type: 'note', ...message(NOTES) };
    if (lot < 0.67) return { type: 'transfer', team: choose.pick(TEAMS), note: choose.pick(NOTES), clientMessageId: randomUUID() };
    if (lot < 0.72) return { type: 'release' };
    // Of what was not read, nobody knows whether it can be ended.
    if (lot < 0.82) return { type: 'return', ...(seenSeq > 0 && { seenSeq }) };
    return { type: 'resolve', ...(seenSeq > 0 && { seenSeq }) };
  }

  async function act(): Promise<void> {
    if (choose.chance(BREAKS)) line.drop();
    const owned = line.owned();
    const takes = owned.length < CAPACITY && choose.chance(owned.length === 0 ? 1 : 0.4);
    if (takes) {
      note(await line.claimNext());
    } else if (owned.length > 0) {
      const conversationId = choose.pick(owned);
      note(await line.command(conversationId, decide(conversationId)));
    }
  }

  /** Somebody was faster, or nobody waits: that is as it should be. */
  function note(outcome: Outcome): void {
    if ('code' in outcome && ['internal', 'unavailable', 'unknown', 'invalid-input', 'unauthenticated'].includes(outcome.code)) shared.measures.count(`desk: ${outcome.code}`);
  }

  const working = (async () => {
    while (!resting) {
      await wait(choose.between(paceMs / 2, paceMs * 2));
      if (!resting) await act();
    }
  })();
  return {
    line,
    async rest() {
      resting = true;
      await working;
    },
  };
}
