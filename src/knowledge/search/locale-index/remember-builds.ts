import type { BuildIndexes } from './index-builder.ts';
import { trainingKey, type TrainingSet } from './training-set.ts';

/** Some 10 MB each: three languages of a draft, which a publication takes over. */
const MOST = 6;

/** Builds through `build` what was not built lately, and nothing twice at once. What fails is tried anew the next time. */
export function rememberBuilds(build: BuildIndexes, most = MOST): BuildIndexes {
  const built = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

  function remember(key: string, bytes: Promise<Uint8Array<ArrayBuffer>>): void {
    built.set(key, bytes);
    bytes.catch(() => { if (built.get(key) === bytes) built.delete(key); });
    for (const oldest of built.keys()) if (built.size > most) built.delete(oldest);
  }

  return (sets: readonly TrainingSet[]) => {
    const keyed = sets.map((set) => ({ set, key: trainingKey(set) }));
    const missing = keyed.filter(({ key }) => !built.has(key));
    const fresh = missing.length > 0 ? build(missing.map(({ set }) => set)) : Promise.resolve([]);
    // Taken before anything is remembered: many new ones may push out what is asked for here.
    const wanted = keyed.map(({ key }) => built.get(key) ?? fresh.then((all) => all[missing.findIndex((one) => one.key === key)]!));
    keyed.forEach(({ key }, i) => {
      built.delete(key);
      remember(key, wanted[i]!);
    });
    return Promise.all(wanted);
  };
}
