import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism, constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { encodeLocaleIndex } from './index-file.ts';
import { buildLocaleIndex } from './locale-index.ts';
import { trainingKey, type TrainingSet } from './training-set.ts';

/** Builds encoded indexes, one for each set, in their order. Rejects when one cannot be built. */
export type BuildIndexes = (sets: readonly TrainingSet[]) => Promise<Uint8Array<ArrayBuffer>[]>;

/** More processes than this would each hold a training's memory for little time gained. */
const MAX_WORKERS = 4;

/**
 * In as many child processes as there are cores, which live only as long as there is something to
 * build. Processes and not threads: a thread's memory (300 MB) stays with the process after its end.
 */
export const buildInChildren: BuildIndexes = async (sets) => {
  const results: Uint8Array<ArrayBuffer>[] = [];
  let next = 0;
  const lanes = Array.from({ length: Math.min(sets.length, availableParallelism(), MAX_WORKERS) }, async () => {
    const child = fork(fileURLToPath(new URL('./index-worker.ts', import.meta.url)), { serialization: 'advanced' });
    try {
      yieldToOthers(child);
      while (next < sets.length) {
        const at = next++;
        results[at] = await runJob(child, sets[at]!);
      }
    } finally {
      child.kill();
    }
  });
  await Promise.all(lanes);
  return results;
};

/** Conversations go on while something is learned: it takes the time that they leave. Where a system knows no priorities, both share. */
function yieldToOthers({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It ended already, which the job tells, or may not be changed.
  }
}

async function runJob(child: ChildProcess, set: TrainingSet): Promise<Uint8Array<ArrayBuffer>> {
  const settled = new AbortController();
  const { signal } = settled;
  try {
    child.send(set);
    return await Promise.race([
      once(child, 'message', { signal }).then(([bytes]) => new Uint8Array(bytes as Uint8Array<ArrayBuffer>)),
      once(child, 'exit', { signal }).then(([code]) => Promise.reject(new Error(`the process that built it ended with code ${String(code)}`))),
    ]);
  } catch (error) {
    throw new Error(`the index ${set.name} could not be built`, { cause: error });
  } finally {
    settled.abort();
  }
}

/** On the calling thread, which it blocks: for scripts and tests. */
export const buildInline: BuildIndexes = (sets) => Promise.resolve(sets.map((set) => encodeLocaleIndex(buildLocaleIndex(set), trainingKey(set))));
