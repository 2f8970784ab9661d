import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { DatabaseSync } from 'node:sqlite';
import { v7 as uuidv7 } from 'uuid';
import { openSqliteStorage } from '../src/adapters/storage/sqlite.ts';
import { systemClock } from '../src/adapters/system/clock.ts';
import { createReports } from '../src/desk/report.ts';
import { HANDOFF_REASONS } from '../src/domain/handoff.ts';
import { INTENT_IDS } from '../src/domain/intents.ts';
import { LOCALE_TAGS } from '../src/domain/locales.ts';
import type { Stretch } from '../src/domain/stretch.ts';
import { TEAMS } from '../src/domain/teams.ts';
import { URGENCIES } from '../src/domain/urgencies.ts';
import { percentile } from './percentiles.ts';

const DAY_MS = 86_400_000;
const DAYS = 90;
const ROUNDS = 5;

export interface ReportFigures {
  /** Ms for one report over everything. */
  readonly p50: number;
  readonly most: number;
  /** Longest time that everybody else had to wait meanwhile, ms. */
  readonly longestHold: number;
  readonly counted: number;
}

/** A report of 90 days with so many conversations in them. */
export async function measureReports(folder: string, count: number): Promise<ReportFigures> {
  const storage = await openSqliteStorage({ folder, clock: systemClock, exclusive: true });
  try {
    fillStretches(folder, count, Date.now());
    const reports = createReports({ stretches: storage.stretches });
    const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
    const query = { from: day(Date.now() - DAYS * DAY_MS), to: day(Date.now()), timeZone: 'Europe/Paris', step: 'day' } as const;
    const { total } = await reports.report(query); // the compiler has seen it
    const held = monitorEventLoopDelay({ resolution: 1 });
    held.enable();
    const samples: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const begun = performance.now();
      await reports.report(query);
      samples.push(performance.now() - begun);
    }
    held.disable();
    return { p50: percentile(samples, 0.5), most: Math.max(...samples), longestHold: held.max / 1e6, counted: total.begun };
  } finally {
    await storage.close();
  }
}

/** Stretches of 90 days until `now`, as an exchange has them: most resolved by the assistant, one in three with people. */
export function fillStretches(folder: string, count: number, now: number): void {
  const db = new DatabaseSync(join(folder, 'vigil.db'));
  const insert = db.prepare('insert into stretch (conversation_id, number, started_at, handed_at, resolved_at, resolved_by, agent_id, data) values (?, ?, ?, ?, ?, ?, ?, ?)');
  db.exec('begin');
  for (let index = 0; index < count; index++) {
    const one = makeStretch(index, now - Math.floor(((count - index) / count) * DAYS * DAY_MS));
    insert.run(one.conversationId, one.number, one.startedAt, one.handedAt, one.resolvedAt, one.resolvedBy, one.agentId, JSON.stringify(one));
  }
  db.exec('commit');
  db.close();
}

function makeStretch(index: number, startedAt: number): Stretch {
  const pick = <T>(from: readonly [T, ...T[]] | readonly T[], salt: number): T => from[(index * salt + (index >> 5)) % from.length] as T;
  const withPeople = index % 3 === 0;
  const minutes = (most: number, salt: number): number => 60_000 * (1 + ((index * salt) % 997) / 997 * most);
  const handedAt = withPeople ? startedAt + minutes(6, 13) : null;
  const respondedAt = handedAt === null ? null : handedAt + minutes(45, 31);
  const isOpen = index % 29 === 0;
  const rating = index % 7 === 0 ? 1 + ((index * 11) % 17 > 4 ? 3 + (index % 2) : index % 4) : null;
  return {
    conversationId: uuidv7(), number: 1, startedAt, locale: pick(LOCALE_TAGS, 7), intent: pick(INTENT_IDS, 5), urgency: URGENCIES[index % 11 === 0 ? 0 : index % 5 === 0 ? 1 : index % 2 + 2] ?? 'low',
    team: withPeople ? pick(TEAMS, 3) : null, agentId: withPeople ? `agent-${index % 40}` : null, agentName: withPeople ? `Agent ${index % 40}` : null,
    handedAt, handoffReason: withPeople ? pick(HANDOFF_REASONS, 3) : null, respondedAt,
    resolvedAt: isOpen ? null : startedAt + minutes(900, 17), resolvedBy: isOpen ? null : withPeople ? 'agent' : 'assistant', basis: isOpen || withPeople ? null : index % 4 === 0 ? 'confirmed' : 'assumed',
    breached: withPeople && index % 10 === 0 ? ['first-response'] : [], rating, ratingComment: rating !== null && index % 3 === 0 ? 'Quick and clear, thank you.' : null, solved: withPeople && index % 6 === 0 ? index % 4 !== 0 : null,
  };
}
