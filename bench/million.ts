import { DatabaseSync } from 'node:sqlite';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { databaseFile } from '../src/adapters/storage/sqlite.ts';
import { connectContact } from '../test/clients/contact-client.ts';
import { startServerProcess } from '../test/integration/server-process.ts';
import { startPostgres } from '../test/postgres/postgres-server.ts';
import { measureLatency, measureThroughput, type Rate } from './turns.ts';

export interface FilledFigures {
  readonly empty: Rate;
  readonly filled: Rate;
  /** Seconds that filling took. */
  readonly fillS: number;
}

interface Options { readonly conversations: number; readonly perSecond: number; readonly seconds: number }

/** SQL of one dialect, for filling; `n` is the number of the conversation. */
interface Filler {
  run(sql: string): Promise<void>;
  columns(table: string): Promise<readonly string[]>;
  /** A table of `n`. */
  series(from: number, to: number): string;
  readonly id: string;
  /** Puts the words of every entry of `search_entry` into the index. */
  readonly indexWords: string;
  close(): Promise<void>;
}

/** So many conversations are written with one statement. */
const CHUNK = 50_000;
/** What a log says is not read for other conversations; it is to weigh what such logs weigh. */
const DATA = JSON.stringify({ text: 'My withdrawal has been pending since this morning and nobody answers me, what is going on? '.repeat(4) });

/** Turns at a fixed rate with nothing stored, and with so many conversations, on the embedded database. */
export async function measureFilledSqlite(folder: string, options: Options): Promise<FilledFigures> {
  const dataDir = join(folder, 'million');
  await mkdir(dataDir, { recursive: true });
  try {
    return await measure({ DATA_DIR: dataDir }, options, () => Promise.resolve(fillSqlite(databaseFile(dataDir))));
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The same on a PostgreSQL that flushes every commit. */
export async function measureFilledPostgres(folder: string, options: Options): Promise<FilledFigures> {
  const database = await startPostgres({ durable: true });
  try {
    const url = await database.createDatabase();
    return await measure({ DATA_DIR: folder, DATABASE_URL: url }, options, () => fillPostgres(url));
  } finally {
    await database.stop();
  }
}

async function measure(environment: Record<string, string>, { conversations, perSecond, seconds }: Options, openFiller: () => Promise<Filler>): Promise<FilledFigures> {
  const measureTurns = async (work?: (url: string) => Promise<void>): Promise<Rate> => {
    const server = await startServerProcess(environment);
    try {
      await work?.(server.url);
      await measureThroughput(server.url, 16, 3); // the compiler has seen the hot paths
      return await measureLatency(server.url, perSecond, seconds);
    } finally {
      await server.kill('SIGTERM');
    }
  };
  let model = '';
  const empty = await measureTurns(async (url) => {
    const contact = await connectContact(url);
    model = (await contact.send('how long does a deposit take?')).conversationId;
    await contact.waitForEvent('message.sent');
    contact.close();
  });
  const begun = performance.now();
  const filler = await openFiller();
  await fill(filler, model, conversations);
  await filler.close();
  return { empty, fillS: (performance.now() - begun) / 1000, filled: await measureTurns() };
}

/** Copies of one conversation, closed, each with a contact of its own. */
async function fill({ run, columns, series, id, indexWords }: Filler, model: string, conversations: number): Promise<void> {
  const copy = async (table: string, key: string, change: Readonly<Record<string, string>>, n: string): Promise<void> => {
    const names = await columns(table);
    const values = names.map((name) => (name === key ? id : change[name] ?? `old."${name}"`));
    await run(`insert into ${table} (${names.map((name) => `"${name}"`).join(', ')}) select ${values.join(', ')} from ${table} as old, ${n} where old."${key}" = '${model}'`);
  };
  for (let from = 1; from <= conversations; from += CHUNK) {
    const n = series(from, Math.min(conversations, from + CHUNK - 1));
    await copy('conversation', 'id', { contact_id: id, start_key: id, case_number: id, status: `'resolved'`, timer_at: 'null', unanswered_seq: 'null', unanswered_at: 'null' }, n);
    await copy('event', 'conversation_id', { data: `'${DATA}'`, client_message_id: `case when old.client_message_id is null then null else ${id} end` }, n);
    await copy('stretch', 'conversation_id', {}, n);
    await run(`insert into search_entry (conversation_id, seq, at) select ${id}, 2, 1 from ${n} where true`);
  }
  await run(indexWords);
  await run('analyze');
}

function fillSqlite(file: string): Filler {
  const db = new DatabaseSync(file);
  // What is lost in a power cut is filled again.
  db.exec('pragma synchronous = off; pragma cache_size = -500000');
  return {
    run(sql) {
      db.exec(sql);
      return Promise.resolve();
    },
    columns: (table) => Promise.resolve(db.prepare('select name from pragma_table_info(?)').all(table).map(({ name }) => String(name))),
    series: (from, to) => `(with recursive numbers (n) as (select ${from} union all select n + 1 from numbers where n < ${to}) select n from numbers)`,
    id: `format('018f%04x-%04x-7000-8000-%012x', n >> 16, n & 65535, n)`,
    indexWords: `insert into search_text (rowid, words) select id, 'withdrawal pending since this morning w' || id from search_entry where at = 1`,
    close() {
      db.exec('pragma wal_checkpoint(truncate)');
      db.close();
      return Promise.resolve();
    },
  };
}

async function fillPostgres(url: string): Promise<Filler> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`set synchronous_commit = off`);
  return {
    async run(sql) { await client.query(sql); },
    async columns(table) {
      const { rows } = await client.query<{ name: string }>('select column_name as name from information_schema.columns where table_schema = current_schema() and table_name = $1', [table]);
      return rows.map(({ name }) => name);
    },
    series: (from, to) => `generate_series(${from}, ${to}) as n`,
    id: `format('018f%s-%s-7000-8000-%s', lpad(to_hex(n >> 16), 4, '0'), lpad(to_hex(n & 65535), 4, '0'), lpad(to_hex(n), 12, '0'))`,
    indexWords: `insert into search_text (entry_id, words) select id, to_tsvector('simple', 'withdrawal pending since this morning w' || id) from search_entry where at = 1`,
    async close() {
      await client.query('vacuum analyze');
      await client.end();
    },
  };
}
