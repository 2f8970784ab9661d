/** `npm run bench`: what this machine does, printed as a table; `npm run bench -- desk-screen` only that part. Servers run as processes of their own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { allowFiles } from '../bench/allow-files.ts';
import { measureDeskScreen } from '../bench/desk-screen.ts';
import { measureClaims, measureSeen } from '../bench/desk.ts';
import { measureEcho } from '../bench/echo.ts';
import { measureIdleConnections } from '../bench/idle-connections.ts';
import { measureFilledPostgres, measureFilledSqlite, type FilledFigures } from '../bench/million.ts';
import { measureModel, measureVerification, type Spread } from '../bench/model.ts';
import { measurePostgresTurns } from '../bench/postgres-turns.ts';
import { measurePublishing } from '../bench/publishing.ts';
import { measureStorm } from '../bench/reconnect-storm.ts';
import { measureReports } from '../bench/reports.ts';
import { measureRetrieval } from '../bench/retrieval.ts';
import { measureSearch } from '../bench/search.ts';
import { measureLatency, measureThroughput, type Rate } from '../bench/turns.ts';
import { startServerProcess } from '../test/integration/server-process.ts';
import { TEST_CACHE } from '../test/test-cache.ts';
import { buildWeb } from './build-web.ts';

const CLIENTS = 64;
const IDLE = 5_000;
const LATENCY_RATE = 100;
const AGENTS = 200;
const WAITING = 10_000;
const SOCKETS = 10_000;
const STORM = 5_000;
const STORED = 1_000_000;

const folder = await mkdtemp(join(tmpdir(), 'vigil-bench-'));
const show = (name: string, value: string): void => { console.log(`${name.padEnd(52)} ${value}`); };
const showRate = (name: string, { perSecond, p50, p99 }: Rate): void => {
  show(name, `${perSecond.toFixed(0).padStart(6)}/s   p50 ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms`);
};
const showSpread = (name: string, { p50, p99, most }: Spread): void => {
  show(name, `p50 ${p50.toFixed(2)} ms   p99 ${p99.toFixed(2)} ms   most ${most.toFixed(1)} ms`);
};

/** What Vigil adds to a language model, which here is a server that only speaks the protocol. */
async function benchModel(): Promise<void> {
  const { first, any, dead, open } = await measureModel(join(folder, 'model'));
  showSpread('model: first token to the contact\'s frame', first);
  showSpread('model: any token to the frame that it caused', any);
  showSpread('model: verifying one token', await measureVerification(TEST_CACHE));
  showSpread('model: dead, answer beyond the time-out', dead);
  showSpread('model: circuit open, question to answer', open);
}

async function benchTurns(): Promise<void> {
  await (await startServerProcess({ DATA_DIR: folder })).kill('SIGTERM'); // fills the caches
  const server = await startServerProcess({ DATA_DIR: folder });
  show('start to listening, indexes cached', `${server.startedInMs.toFixed(0)} ms`);
  show(`memory per idle connection at ${IDLE}`, `${(await measureIdleConnections(server.url, server.pid, IDLE)).toFixed(1)} KB`);
  await measureThroughput(server.url, 16, 3); // the compiler has seen the hot paths
  showRate(`turns at ${LATENCY_RATE}/s`, await measureLatency(server.url, LATENCY_RATE, 20));
  showRate(`turns sustained, ${CLIENTS} clients`, await measureThroughput(server.url, CLIENTS, 15));
  await server.kill('SIGTERM');
  showRate(`bare ws echo, ${CLIENTS} clients`, await measureEcho(CLIENTS, 5));
  showRate(`ws echo and one durable append, ${CLIENTS} clients`, await measureEcho(CLIENTS, 5, folder));
}

async function benchRetrieval(): Promise<void> {
  const { p50, p99, articles, locales } = await measureRetrieval(TEST_CACHE);
  show(`one retrieval (${articles} articles, ${locales} locales)`, `p50 ${p50.toFixed(0)} µs   p99 ${p99.toFixed(0)} µs`);
}

/** Two hundred agents at once. */
async function benchDesk(): Promise<void> {
  const claims = await measureClaims(join(folder, 'claims'), { agents: AGENTS, waiting: 10_000, perSecond: 100, seconds: 20 });
  show(`take the next of 10,000, ${AGENTS} agents, 100/s`, `p50 ${claims.p50.toFixed(1)} ms   p99 ${claims.p99.toFixed(1)} ms   ${claims.doubled} doubled, ${claims.outOfOrder} out of order of ${claims.claims}`);
  const seen = await measureSeen(join(folder, 'seen'), { agents: AGENTS, perSecond: LATENCY_RATE, seconds: 20 });
  show(`message to ${seen.desks} desks, ${AGENTS} agents, ${LATENCY_RATE} turns/s`, `p50 ${seen.p50.toFixed(1)} ms   p99 ${seen.p99.toFixed(1)} ms`);
}

async function benchReports(): Promise<void> {
  const { p50, most, longestHold, counted } = await measureReports(join(folder, 'reports'), 100_000);
  show(`a report of ${counted} conversations`, `p50 ${p50.toFixed(0)} ms   most ${most.toFixed(0)} ms   others held up ${longestHold.toFixed(0)} ms at most`);
}

async function benchSearch(): Promise<void> {
  const { all, queries, append, longestHold, megabytes, messages } = await measureSearch(join(folder, 'search'), 100_000);
  for (const { name, p50, p99, found } of queries) show(`search: ${name}`, `p50 ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms   ${found} on the page`);
  show(`search: all that is usual, 100,000 conversations`, `p50 ${all.p50.toFixed(1)} ms   p99 ${all.p99.toFixed(1)} ms   others held up ${longestHold.toFixed(0)} ms at most`);
  show('search: a durable append, indexed and not', `${append.indexed.toFixed(2)} ms and ${append.plain.toFixed(2)} ms   ${messages} messages in ${megabytes.toFixed(0)} MB`);
}

/** An editor publishes while contacts ask. */
async function benchPublishing(): Promise<void> {
  const { before, meanwhile, textUsed, questionUsed } = await measurePublishing(join(folder, 'publishing'), { perSecond: LATENCY_RATE, seconds: 20 });
  showRate(`turns at ${LATENCY_RATE}/s before a publication`, before);
  showRate(`turns at ${LATENCY_RATE}/s meanwhile`, meanwhile);
  show('published to the first answer that uses it', `a text ${textUsed.toFixed(0)} ms   a new question ${questionUsed.toFixed(0)} ms`);
}

/** The screen of somebody who sees a long queue, in Chromium. */
async function benchDeskScreen(): Promise<void> {
  await buildWeb({ force: false });
  const { firstRow, fullList, bytes, longestTask, longestFrame, lateFrames, updates } = await measureDeskScreen(join(folder, 'screen'), WAITING);
  show(`desk with ${WAITING} in the queue, opened`, `first row ${firstRow.toFixed(0)} ms   whole list ${fullList.toFixed(0)} ms   ${(bytes / 1024).toFixed(0)} KB`);
  show(`scrolled while ${updates} conversations change`, `longest task ${longestTask.toFixed(0)} ms   longest frame ${longestFrame.toFixed(0)} ms   ${lateFrames} late`);
}

/** On a PostgreSQL of its own: one process, and two that share it. */
async function benchPostgres(): Promise<void> {
  const { latency, one, two } = await measurePostgresTurns(join(folder, 'postgres'), { perSecond: LATENCY_RATE, seconds: 15 });
  showRate(`PostgreSQL: turns at ${LATENCY_RATE}/s, one process`, latency);
  showRate(`PostgreSQL: turns sustained, one process`, one);
  showRate(`PostgreSQL: turns sustained, two processes`, two);
  show('PostgreSQL: two processes to one', `${(two.perSecond / one.perSecond).toFixed(2)}`);
}

async function benchSockets(): Promise<void> {
  await allowFiles(SOCKETS);
  const server = await startServerProcess({ DATA_DIR: join(folder, 'sockets'), LIMIT_SOCKETS: '0' });
  const each = await measureIdleConnections(server.url, server.pid, SOCKETS);
  show(`${SOCKETS} idle sockets on one process`, `${(each * SOCKETS / 1024).toFixed(0)} MB more   ${each.toFixed(1)} KB each`);
  await server.kill('SIGTERM');
}

/** Everybody comes back in the same moment. */
async function benchStorm(): Promise<void> {
  await allowFiles(STORM);
  const server = await startServerProcess({ DATA_DIR: join(folder, 'storm'), LIMIT_SOCKETS: '0' });
  const { clients, all, p50, p99 } = await measureStorm(server.url, STORM);
  show(`${clients} clients reconnect at once`, `all served after ${(all / 1000).toFixed(1)} s   p50 ${(p50 / 1000).toFixed(1)} s   p99 ${(p99 / 1000).toFixed(1)} s`);
  await server.kill('SIGTERM');
}

/** Turns with very many conversations stored, against none. */
async function benchMillion(): Promise<void> {
  const options = { conversations: STORED, perSecond: LATENCY_RATE / 2, seconds: 20 };
  const showFilled = (name: string, { empty, filled, fillS }: FilledFigures): void => {
    showRate(`${name}: turns, empty`, empty);
    showRate(`${name}: turns, ${STORED} conversations`, filled);
    show(`${name}: full to empty`, `p50 ${(filled.p50 / empty.p50).toFixed(2)}   p99 ${(filled.p99 / empty.p99).toFixed(2)}   filled in ${fillS.toFixed(0)} s`);
  };
  showFilled('embedded', await measureFilledSqlite(folder, options));
  showFilled('PostgreSQL', await measureFilledPostgres(join(folder, 'filled'), options));
}

/** What `npm run bench -- <name> …` measures; without names, everything. */
const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  turns: benchTurns,
  retrieval: benchRetrieval,
  model: benchModel,
  desk: benchDesk,
  'desk-screen': benchDeskScreen,
  publishing: benchPublishing,
  reports: benchReports,
  search: benchSearch,
  postgres: benchPostgres,
  sockets: benchSockets,
  storm: benchStorm,
  million: benchMillion,
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(BENCHES, name));
try {
  if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(', ')}; expected some of ${Object.keys(BENCHES).join(', ')}`);
  console.log(`${cpus()[0]?.model ?? ''}, ${availableParallelism()} cores, Node ${process.version}\n`);
  for (const name of names.length > 0 ? names : Object.keys(BENCHES)) await BENCHES[name]?.();
} finally {
  await rm(folder, { recursive: true });
}
