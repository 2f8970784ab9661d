import { existsSync, linkSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '../../../domain/errors.ts';
import { databaseFile } from '../sqlite.ts';
import type { Location } from './location.ts';

export interface BackedUp {
  /** Absolute path. */
  readonly file: string;
  readonly bytes: number;
  readonly conversations: number;
}

/**
 * Writes the embedded database as it is at one moment into a file of its own, while a process serves
 * from it: a reader holds up no writer. The file appears under its name only when it is whole, was
 * checked, and is on the disk; one that is there already is never replaced.
 * @throws AppError `invalid-input` for PostgreSQL, which has tools of its own, or where there is no desk;
 * `conflict` where the file exists.
 */
export async function backUp({ at, to }: { at: Location; to: string }): Promise<BackedUp> {
  if (at.dialect === 'postgres') throw new AppError('invalid-input', `${at.option}: PostgreSQL is backed up with pg_dump (docs/guides/back-up-and-restore.md)`, { field: at.option });
  const source = databaseFile(at.folder);
  if (!existsSync(source)) throw new AppError('not-found', `${at.option}: there is no desk in ${at.folder}: expected a folder with a vigil.db`, { field: at.option });
  const file = resolve(to);
  if (existsSync(file)) throw new AppError('conflict', `--to: ${file} exists already; name another file`, { field: '--to' });
  const partial = `${file}.${process.pid}.partial`;
  try {
    copyDatabase(source, partial);
    const conversations = check(partial);
    const bytes = await flush(partial);
    publish(partial, file);
    await flushFolder(dirname(file));
    return { file, bytes, conversations };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('unavailable', `--to: ${file} could not be written (${cause instanceof Error ? cause.message : String(cause)})`, { field: '--to', cause });
  } finally {
    rmSync(partial, { force: true });
    rmSync(`${partial}-journal`, { force: true });
  }
}

/** In one read transaction, with free pages left out (SQLite, "VACUUM INTO"). */
function copyDatabase(source: string, file: string): void {
  const database = new DatabaseSync(source);
  try {
    database.exec('pragma busy_timeout = 5000');
    database.prepare('vacuum into ?').run(file);
  } finally {
    database.close();
  }
}

function check(file: string): number {
  const copy = new DatabaseSync(file, { readOnly: true });
  try {
    const found = copy.prepare('pragma quick_check').get()?.['quick_check'];
    if (found !== 'ok') throw new AppError('internal', `the copy is damaged (${String(found)}); so may the database be`);
    return Number(copy.prepare('select count(*) as count from conversation').get()?.['count']);
  } finally {
    copy.close();
  }
}

/** SQLite does not flush what it writes this way. */
async function flush(file: string): Promise<number> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}

/** A link fails where the name is taken; a rename would replace what came meanwhile. */
function publish(partial: string, file: string): void {
  try {
    linkSync(partial, file);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') throw new AppError('conflict', `--to: ${file} exists already; name another file`, { field: '--to', cause });
    throw cause;
  }
}

/** The name itself is on the disk once its folder is; Windows knows no such thing. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
