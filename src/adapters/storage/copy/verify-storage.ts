import { isDeepStrictEqual } from 'node:util';
import { sql, type Kysely } from 'kysely';
import type { Conversation } from '../../../domain/conversation.ts';
import { foldAll } from '../../../domain/fold-conversation.ts';
import { whatWasSaid } from '../../../domain/search/plain-message.ts';
import type { Logger } from '../../../ports.ts';
import { conversationFromRow, eventFromRow } from '../rows.ts';
import type { ConversationTable, EventTable, Tables } from '../schema.ts';
import { countWords } from './copy-storage.ts';
import type { Location } from './location.ts';
import { openReader } from './open-ends.ts';

/** Where conversations are: each in exactly one of these. */
export interface Places {
  assistant: number;
  queue: number;
  agent: number;
  resolved: number;
}

export interface Verified {
  readonly conversations: number;
  readonly events: number;
  readonly places: Readonly<Places>;
  /** What is wrong, one sentence each; the first hundred. Ids and names of fields only, never what somebody wrote. */
  readonly problems: readonly string[];
  /** How many problems there are in all. */
  readonly found: number;
}

const PIECE = 200;
const MOST_PROBLEMS = 100;

interface Tally {
  events: number;
  said: number;
  readonly places: Places;
  readonly agents: ReadonlySet<string>;
  readonly tell: (problem: string) => void;
}

/**
 * Folds the log of every conversation anew and compares what comes out with the state that is stored
 * beside it; says where each conversation is; and counts what hangs in the air. Reads a view of one
 * moment, so that a process may serve meanwhile.
 */
export async function verifyStorage({ at, logger, report }: { at: Location; logger: Logger; report: (conversations: number) => void }): Promise<Verified> {
  const end = await openReader(at, logger);
  try {
    const db = end.transaction;
    const problems: string[] = [];
    let found = 0;
    const agents = await db.selectFrom('agent').select('id').execute();
    const tally: Tally = {
      events: 0, said: 0, places: { assistant: 0, queue: 0, agent: 0, resolved: 0 }, agents: new Set(agents.map(({ id }) => id)),
      tell(problem) {
        found += 1;
        if (problems.length < MOST_PROBLEMS) problems.push(problem);
      },
    };
    let conversations = 0;
    for await (const piece of readConversations(db)) {
      await verifyPiece(db, piece, tally);
      conversations += piece.length;
      report(conversations);
    }
    await verifyRest(db, tally, await countWords(db, end.dialect));
    return { conversations, events: tally.events, places: tally.places, problems, found };
  } finally {
    await end.close();
  }
}

async function* readConversations(db: Kysely<Tables>): AsyncGenerator<readonly ConversationTable[]> {
  for (let after = ''; ;) {
    const rows = await db.selectFrom('conversation').selectAll().where('id', '>', after).orderBy('id').limit(PIECE).execute();
    if (rows.length > 0) yield rows;
    if (rows.length < PIECE) return;
    after = rows.at(-1)?.id ?? after;
  }
}

async function verifyPiece(db: Kysely<Tables>, rows: readonly ConversationTable[], tally: Tally): Promise<void> {
  const events = await db.selectFrom('event').selectAll().where('conversation_id', 'in', rows.map(({ id }) => id)).orderBy('conversation_id').orderBy('seq').execute();
  const logs = Map.groupBy(events, (event) => event.conversation_id);
  for (const row of rows) {
    const log = logs.get(row.id) ?? [];
    tally.events += log.length;
    verifyConversation(row, log, tally);
  }
}

function verifyConversation(row: ConversationTable, log: readonly EventTable[], tally: Tally): void {
  const stored = conversationFromRow(row);
  tally.places[placeOf(stored)] += 1;
  const misplaced = describeMisplaced(row, tally.agents);
  if (misplaced !== undefined) tally.tell(`conversation ${row.id}: ${misplaced}`);
  try {
    const events = log.map(eventFromRow);
    tally.said += events.filter((event) => whatWasSaid(event) !== undefined).length;
    const differing = listDifferences(row, stored, foldAll(row.id, events));
    if (differing.length > 0) tally.tell(`conversation ${row.id}: its log folds to another ${differing.join(', ')}`);
  } catch (error) {
    tally.tell(`conversation ${row.id}: its log cannot be folded: ${error instanceof SyntaxError ? 'an event is no JSON' : String(error)}`);
  }
}

function placeOf({ status, owner }: Conversation): keyof Places {
  return status === 'resolved' ? 'resolved' : owner.kind;
}

/** Every handed-off conversation is in exactly one queue or with one agent. */
function describeMisplaced(row: ConversationTable, agents: ReadonlySet<string>): string | undefined {
  const { status, owner_kind: kind, owner_team: team, owner_agent_id: agentId } = row;
  if (status !== 'open' && status !== 'resolved') return `its status is ${status}`;
  if (status === 'resolved' && kind !== 'assistant') return `it is resolved and still owned by ${kind}`;
  if (kind === 'assistant') return team === null && agentId === null ? undefined : 'the assistant has it and so has somebody else';
  if (kind === 'queue') return team !== null && agentId === null ? undefined : 'it waits in no queue, or in a queue and with an agent';
  if (kind !== 'agent') return `its owner is ${kind}`;
  return agentId !== null && agents.has(agentId) ? undefined : 'it is with an agent who does not exist';
}

/**
 * Fields that the log and the row tell differently. Left out is what the log does not say: the clocks,
 * which run by the settings of their moment; and what rows of earlier versions do not have.
 */
function listDifferences(row: ConversationTable, stored: Conversation, folded: Conversation): string[] {
  const details = JSON.parse(row.details) as object;
  const isKept = (name: string): boolean => name in details || `${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}` in row || name === 'owner' || name === 'urgency';
  // Compared as they are stored: a field that is not there and one that is undefined are the same.
  const plain = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)) as unknown);
  return (Object.keys(folded) as (keyof Conversation)[]).filter((name) => {
    if (name === 'sla' || !isKept(name)) return false;
    // Migration 0003 began to count in the middle of a log.
    if (name === 'heardSeq' && stored.heardSeq > folded.heardSeq && stored.heardSeq <= stored.contactSeq) return false;
    return !isDeepStrictEqual(plain(stored[name]), plain(folded[name]));
  });
}

async function verifyRest(db: Kysely<Tables>, { said, tell }: Tally, words: number): Promise<void> {
  const strays = await sql<{ count: number }>`select count(*) as count from event where not exists (select 1 from conversation where conversation.id = event.conversation_id)`.execute(db);
  if (Number(strays.rows[0]?.count) > 0) tell(`${strays.rows[0]?.count} events are of no conversation`);
  const { entries } = await db.selectFrom('search_entry').select((select) => select.fn.countAll<number>().as('entries')).executeTakeFirstOrThrow();
  if (Number(entries) !== said || words !== said) tell(`the search knows ${words} of ${said} messages`);
}
