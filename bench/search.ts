import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { openSqliteStorage } from '../src/adapters/storage/sqlite.ts';
import { systemClock } from '../src/adapters/system/clock.ts';
import { createCaseNumber } from '../src/conversation/case-number.ts';
import type { EventDraft } from '../src/domain/events.ts';
import { LOCALE_TAGS } from '../src/domain/locales.ts';
import { readTerm } from '../src/domain/search/search-term.ts';
import { TEAMS } from '../src/domain/teams.ts';
import type { SearchFilter, SearchRequest, Storage } from '../src/ports.ts';
import { percentile } from './percentiles.ts';

const LINES = [
  'my withdrawal of {amount} USDT has been processing for {hours} hours, tx {hash}', 'deposit not credited after {hours} hours, sent from {address}',
  'I sent {amount} BTC to the wrong address {address}', 'the order {hash} was never filled', 'verification was rejected again, what is wrong with my passport',
  'someone logged in to my account and changed the password', 'how long does the network take at the moment', 'API returns an error for every request since this morning',
  '提币 {amount} USDT 一直没有到账，交易哈希 {hash}', '充值没有到账，地址是 {address}', '我的账户被冻结了，怎么办', '出金がまだ届きません {hash}', '입금이 아직 안 들어왔어요 {hash}',
  'mi depósito de {amount} no aparece en la cuenta', 'meu saque está pendente há {hours} horas', 'ถอนเงิน {amount} แล้วยังไม่ได้รับ', 'вывод {amount} USDT завис, хеш {hash}', 'لم يصل الإيداع {hash}',
];
const ANSWER = 'Thank you for waiting. Your withdrawal is being confirmed by the network: each network needs a number of confirmations before the amount is credited. You can follow it with the transaction id in the explorer. If it takes longer than an hour after the last confirmation, write here again and we look into it at once.';
const AGENTS = 40;
const BATCH = 250;
const PAGE = 30;

export interface SearchFigures {
  readonly queries: readonly { readonly name: string; readonly p50: number; readonly p99: number; readonly found: number }[];
  /** Over all typical queries. */
  readonly all: { readonly p50: number; readonly p99: number };
  /** Longest time in ms for which nothing else was served while searching. */
  readonly longestHold: number;
  /** Median ms of a durable append of a message that is indexed, and of an event that is not. */
  readonly append: { readonly indexed: number; readonly plain: number };
  readonly megabytes: number;
  readonly messages: number;
}

/** Searches among so many conversations, in this process. */
export async function measureSearch(folder: string, conversations: number, rounds = 40): Promise<SearchFigures> {
  const storage = await openSqliteStorage({ folder, clock: systemClock, exclusive: true });
  const seeded = await seed(storage, conversations);
  const append = await measureAppend(storage, seeded.ids);
  const hold = watchHolds();
  const queries: { name: string; p50: number; p99: number; found: number }[] = [];
  const typical: number[] = [];
  for (const { name, request, isTypical } of listQueries(seeded)) {
    const samples: number[] = [];
    let found = 0;
    for (let round = 0; round < rounds; round++) {
      const begun = performance.now();
      found = (await storage.search.find(request, null, PAGE)).found.length;
      samples.push(performance.now() - begun);
      await new Promise((resolve) => { setImmediate(resolve); });
    }
    queries.push({ name, found, p50: percentile(samples, 0.5), p99: percentile(samples, 0.99) });
    if (isTypical) typical.push(...samples);
  }
  const longestHold = hold.stop();
  await storage.close();
  return { queries, append, longestHold, megabytes: (await stat(join(folder, 'vigil.db'))).size / 2 ** 20, messages: seeded.messages, all: { p50: percentile(typical, 0.5), p99: percentile(typical, 0.99) } };
}

interface Seeded { readonly ids: readonly string[]; readonly hash: string; readonly caseNumber: string; readonly messages: number; readonly middle: number }

async function seed({ conversations }: Storage, count: number): Promise<Seeded> {
  const ids: string[] = [];
  let sample = { hash: '', caseNumber: '' };
  let messages = 0;
  let middle = 0;
  for (let from = 0; from < count; from += BATCH) {
    await Promise.all(Array.from({ length: Math.min(BATCH, count - from) }, (_, offset) => {
      const index = from + offset;
      const [id, hash, caseNumber] = [uuidv7(), randomBytes(32).toString('hex'), createCaseNumber()];
      ids.push(id);
      // Of the first line, which has the hash in it.
      if (index === Math.floor(count / 3 / LINES.length) * LINES.length) sample = { hash, caseNumber };
      const drafts = draftsOf(index, hash, caseNumber);
      messages += drafts.filter(({ type }) => type.startsWith('message.') || type === 'note.added').length;
      return conversations.start({ id, startKey: id, drafts });
    }));
    if (from + BATCH >= count / 2 && middle === 0) middle = systemClock.now();
  }
  return { ids, messages, middle, ...sample };
}

function draftsOf(index: number, hash: string, caseNumber: string): EventDraft[] {
  const team = TEAMS[index % TEAMS.length] ?? 'general';
  const agent = { agentId: `agent-${index % AGENTS}`, name: `Agent ${index % AGENTS}` };
  const text = (shift: number): string => (LINES[(index * 7 + shift * 5) % LINES.length] ?? '')
    .replace('{hash}', shift === 0 ? hash : randomBytes(32).toString('hex')).replace('{address}', `0x${randomBytes(20).toString('hex')}`)
    .replace('{amount}', String(index % 997)).replace('{hours}', String(index % 48));
  const received = (shift: number): EventDraft => ({ type: 'message.received', data: { clientMessageId: `message-${index}-${shift}`, text: text(shift) } });
  const sent = (author: { kind: 'assistant' } | { kind: 'agent'; agentId: string; name: string }): EventDraft =>
    ({ type: 'message.sent', data: { author, kind: author.kind === 'agent' ? 'reply' : 'answer', text: ANSWER, locale: 'en', citations: [], choices: [] } });
  return [
    { type: 'conversation.started', data: { contactId: `contact-${index >> 1}`, caseNumber, locale: LOCALE_TAGS[index % LOCALE_TAGS.length] ?? 'en', channel: 'widget' } },
    received(0), sent({ kind: 'assistant' }), received(1),
    { type: 'handoff.requested', data: { team, urgency: index % 20 < 4 ? 'critical' : 'normal', reason: 'asked', requestedBy: 'contact', ask: [] } },
    { type: 'conversation.assigned', data: { ...agent, team, byAgentId: null } },
    { type: 'note.added', data: { author: { kind: 'agent', ...agent }, text: `checked with settlement, ticket ${index}`, clientMessageId: `note-for-${index}` } },
    sent({ kind: 'agent', ...agent }), received(2),
    ...(index % 10 < 2 ? [] : [{ type: 'conversation.resolved', data: agent } as const]),
  ];
}

function listQueries({ hash, caseNumber, middle }: Seeded): { name: string; request: SearchRequest; isTypical: boolean }[] {
  const admin: SearchRequest['reader'] = { id: 'admin', role: 'admin', teams: [] };
  const fraud: SearchRequest['reader'] = { id: 'agent-1', role: 'agent', teams: ['fraud'] };
  const query = (name: string, words: string, filter: SearchFilter = {}, reader = admin, isTypical = true) =>
    ({ name, isTypical, request: { reader, filter, terms: words === '' ? [] : words.split(' ').flatMap((word) => readTerm(word, false) ?? []) } });
  return [
    query('a transaction id', hash),
    query('how a transaction id ends', `…${hash.slice(-6)}`),
    query('a case number', '', { caseNumbers: [caseNumber] }),
    query('a contact', '', { contactIds: ['contact-77'] }),
    query('a word in every conversation', 'withdrawal'),
    query('the same, by an agent of one team', 'withdrawal', {}, fraud),
    query('the beginning of a word', 'wit'),
    query('two words', 'passport rejected'),
    query('two characters of Chinese', '提币'),
    query('one character of Chinese', '币'),
    query('a word of one agent, resolved', 'settlement', { agentIds: ['agent-7'], statuses: ['resolved'] }),
    query('a word before a day', 'deposit', { until: middle }),
    query('a team, open, critical', '', { teams: ['fraud'], statuses: ['open'], urgencies: ['critical'] }),
    query('an agent\'s', '', { agentIds: ['agent-7'] }),
    query('the latest of everything', ''),
    query('nothing, by a word', 'zzyzx'),
    query('nothing, by a filter', '', { intents: ['chitchat' as never] }, admin, false),
    query('nothing, by a common word and a filter', 'withdrawal', { agentIds: ['nobody'] }, admin, false),
  ];
}

/** Appends to conversations one by one, each flushed to the disk; the two kinds by turns. */
async function measureAppend({ conversations }: Storage, ids: readonly string[]): Promise<SearchFigures['append']> {
  const samples = { indexed: [] as number[], plain: [] as number[] };
  for (let index = 0; index < 2_000; index++) {
    const id = ids[(index * 37) % ids.length] ?? '';
    const seq = (await conversations.get(id))?.seq ?? 0;
    const kind = index % 2 === 0 ? 'indexed' : 'plain';
    const draft: EventDraft = kind === 'indexed'
      ? { type: 'message.received', data: { clientMessageId: `appended-${index}`, text: `is there any news about ${randomBytes(32).toString('hex')}, it was sent ${index} minutes ago` } }
      : { type: 'answer.rated', data: { ofSeq: 3, helpful: true } };
    const begun = performance.now();
    await conversations.append(id, seq, [draft]);
    samples[kind].push(performance.now() - begun);
  }
  return { indexed: percentile(samples.indexed, 0.5), plain: percentile(samples.plain, 0.5) };
}

/** The longest time between two turns of the event loop. */
function watchHolds(): { stop(): number } {
  let last = performance.now();
  let longest = 0;
  let running = true;
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (running) setImmediate(look);
  };
  setImmediate(look);
  return { stop: () => { running = false; return longest; } };
}
