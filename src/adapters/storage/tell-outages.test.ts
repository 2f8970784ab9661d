import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { connectSqlite } from './sqlite.ts';
import { isPostgresOutage } from './tell-outages.ts';

it('tells that a write may succeed later where the disk is full, and goes on when there is room', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-outage-'));
  const db = connectSqlite(join(folder, 'full.db'));
  await sql`create table thing (bytes blob)`.execute(db);
  await sql`pragma max_page_count = 4`.execute(db);
  await expect(sql`insert into thing values (zeroblob(100000))`.execute(db)).rejects.toMatchObject({ code: 'unavailable', retryAfter: 2 });
  await sql`pragma max_page_count = 1000`.execute(db);
  await sql`insert into thing values (zeroblob(100000))`.execute(db);
  await expect(sql`insert into nothing values (1)`.execute(db)).rejects.not.toMatchObject({ code: 'unavailable' });
  await db.destroy();
  await rm(folder, { recursive: true });
});

it('takes for an outage what PostgreSQL or the line to it says of itself, and not what is wrong with a statement', () => {
  const withCode = (code?: string): Error => Object.assign(new Error('x'), code === undefined ? {} : { code });
  for (const code of ['08006', '53300', '57P01', '57014', 'ECONNRESET', 'EPIPE', undefined]) expect([code, isPostgresOutage(withCode(code))]).toEqual([code, true]);
  for (const code of ['40001', '40P01', '23505', '42P01', '22P02']) expect([code, isPostgresOutage(withCode(code))]).toEqual([code, false]);
});
