import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStorage } from '../src/adapters/storage/sqlite.ts';
import { systemClock } from '../src/adapters/system/clock.ts';
import { readScripts } from './conversation-scripts.ts';
import { playConversation, type PlayTools } from './play-conversation.ts';

export interface PlayedScript {
  readonly name: string;
  readonly shows: string;
  /** A sentence for everything that came out otherwise; empty where all held. */
  readonly wrong: readonly string[];
}

/** Plays every script of a folder on a fresh database. */
export async function measureConversations(folder: string, tools: Omit<PlayTools, 'conversations'>): Promise<PlayedScript[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'vigil-scripts-'));
  const storage = await openSqliteStorage({ folder: scratch, clock: systemClock, exclusive: true });
  try {
    const played: PlayedScript[] = [];
    for (const script of await readScripts(folder)) {
      const wrong = await playConversation(script, { ...tools, conversations: storage.conversations });
      played.push({ name: script.name, shows: script.shows, wrong });
    }
    return played;
  } finally {
    await storage.close();
    await rm(scratch, { recursive: true });
  }
}
