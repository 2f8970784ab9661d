import { startAgentActor, type AgentActor } from './agent-actor.ts';
import { checkConversation } from './check-conversation.ts';
import { createChoose } from './choose.ts';
import { createContactActor, type ContactActor } from './contact-actor.ts';
import { openDeskLine, type Account, type DeskLine } from './desk-line.ts';
import { createLedger, type Ledger, type Violation } from './ledger.ts';
import { createMeasures, type Measures } from './measures.ts';
import { readHistories } from './read-histories.ts';
import { wait, within, type Shared } from './shared.ts';

export interface LoadOptions {
  readonly urls: readonly string[];
  readonly contacts: number;
  readonly agents: readonly Account[];
  /** May read every conversation; without one, logs are checked as contacts read them only. */
  readonly overseer?: Account | undefined;
  /** Messages a second, of all contacts together; begun at this rate whatever the answers take (open loop). */
  readonly rate: number;
  readonly seed: number;
  /** How long agents think between two things, ms. */
  readonly paceMs?: number;
  readonly pingMs?: number;
}

export interface Finished {
  readonly conversations: number;
  readonly acknowledged: number;
  readonly violations: readonly Violation[];
}

export interface RunningLoad {
  readonly measures: Measures;
  readonly ledger: Ledger;
  /** Ends the talking, waits until everything has come to rest, and checks all of it. */
  finish(): Promise<Finished>;
}

/** How long what is under way may take to come to rest; a sweep for what a crash left takes its time. */
const SETTLE_MS = 60_000;
const LOOK_EVERY_MS = 500;

/** Contacts who talk and agents who answer, against any deployment, until they are told to finish. */
export async function startLoad({ urls, contacts: count, agents: accounts, overseer: overseerAccount, rate, seed, paceMs = 600, pingMs = 10_000 }: LoadOptions): Promise<RunningLoad> {
  const shared: Shared = { urls, seed, ledger: createLedger(), measures: createMeasures(), sentAt: new Map(), pingMs };
  const overseer = overseerAccount && await openDeskLine(overseerAccount, createChoose(seed, 2_000_000), shared);
  const agents = await Promise.all(accounts.map((account, number) => startAgentActor(number, account, shared, paceMs)));
  const contacts = Array.from({ length: count }, (_, number) => createContactActor(number, shared));
  const talking = talk(contacts, rate, seed, shared.measures);
  return {
    measures: shared.measures,
    ledger: shared.ledger,
    async finish() {
      talking.stop();
      const rested = await comeToRest(contacts, agents);
      const violations = await settle(contacts, agents, overseer, shared);
      for (const { line } of [...contacts, ...agents]) line.close();
      overseer?.close();
      return { conversations: shared.ledger.conversations().length, acknowledged: shared.ledger.countAcknowledged(), violations: [...shared.ledger.violations, ...rested, ...violations] };
    },
  };
}

/** Has somebody say something at every beat. */
function talk(contacts: readonly ContactActor[], rate: number, seed: number, measures: Measures): { stop(): void } {
  const choose = createChoose(seed, 3_000_000);
  const begun = performance.now();
  let said = 0;
  const timer = setInterval(() => {
    for (const due = ((performance.now() - begun) / 1000) * rate; said < due; said++) {
      const free = contacts.filter((contact) => contact.isFree());
      if (free.length === 0) measures.count('load: nobody was free to speak');
      else void choose.pick(free).speak();
    }
  }, Math.max(1, Math.min(50, 1000 / rate)));
  return { stop: () => { clearInterval(timer); } };
}

/** Resolves when everybody has been answered that their message is durable. */
async function comeToRest(contacts: readonly ContactActor[], agents: readonly AgentActor[]): Promise<Violation[]> {
  const until = performance.now() + SETTLE_MS;
  const resting = Promise.all(agents.map((agent) => agent.rest())).then(() => true);
  if (!await within(SETTLE_MS, resting)) return [{ kind: 'unanswered', conversationId: '', detail: 'a command of an agent was answered in no way' }];
  for (;;) {
    const waiting = contacts.filter(({ line }) => line.isSending());
    if (waiting.length === 0) return [];
    if (performance.now() > until) return waiting.map(({ line }) => ({ kind: 'unanswered', conversationId: line.conversationId ?? '', detail: `a message of ${line.name} was neither acknowledged nor refused` }));
    await wait(LOOK_EVERY_MS);
  }
}

/** Reads and checks until nothing is on its way any more, and says what is wrong then. */
async function settle(contacts: readonly ContactActor[], agents: readonly AgentActor[], overseer: DeskLine | undefined, shared: Shared): Promise<readonly Violation[]> {
  const until = performance.now() + SETTLE_MS;
  for (;;) {
    const histories = await readHistories(contacts, agents.map(({ line }) => line), overseer, shared);
    const found = histories.flatMap((history) => checkConversation(history, shared.ledger));
    const untold = histories.flatMap((history) => contacts.flatMap(({ line, isFree }) => {
      if (line.conversationId !== history.conversationId || !isFree()) return [];
      const missing = history.contactLog.filter(({ seq }) => !line.hasSeen(history.conversationId, seq));
      return missing.map(({ seq, type }): Violation => ({ kind: 'not told', conversationId: history.conversationId, detail: `${line.name}, connected, was not shown event ${seq}, ${type}` }));
    }));
    const passing = [...found, ...untold];
    // While the last turns are taken, lists and logs are read at different moments.
    if (passing.length === 0 || performance.now() > until || passing.some(({ kind }) => kind === 'lost' || kind === 'doubled')) return passing;
    await wait(LOOK_EVERY_MS);
  }
}
