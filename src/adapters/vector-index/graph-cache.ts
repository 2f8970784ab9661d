import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HierarchicalNSW } from 'hnswlib-node';
import * as z from 'zod';
import type { Hnswlib } from './graph-index.ts';

/** Everything that a graph's file depends on and does not say itself. */
const sidecarSchema = z.strictObject({
  format: z.literal(1),
  metric: z.literal('cosine'),
  dimension: z.int(),
  count: z.int(),
  embedderId: z.string(),
  /** SHA-256 over all vectors in order. */
  vectors: z.string(),
  /** SHA-256 over the graph's file, so that a torn write is noticed. */
  graph: z.string(),
});
type Sidecar = z.infer<typeof sidecarSchema>;
export type GraphIdentity = Omit<Sidecar, 'graph'>;

export function identify(vectors: readonly Float32Array[], dimension: number, embedderId: string): GraphIdentity {
  const hash = createHash('sha256');
  for (const vector of vectors) hash.update(new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength));
  return { format: 1, metric: 'cosine', dimension, count: vectors.length, embedderId, vectors: hash.digest('hex') };
}

/** The kept graph, or undefined where there is none of this identity that is whole. */
export async function readGraph(hnswlib: Hnswlib, folder: string, name: string, identity: GraphIdentity): Promise<HierarchicalNSW | undefined> {
  const files = filesOf(folder, name);
  const [sidecarText, graphBytes] = await Promise.all([readFile(files.sidecar, 'utf8'), readFile(files.graph)]).catch(() => []);
  if (sidecarText === undefined || graphBytes === undefined) return undefined;
  const sidecar = sidecarSchema.safeParse(parseJson(sidecarText));
  if (!sidecar.success || !isSame(sidecar.data, { ...identity, graph: hashOf(graphBytes) })) return undefined;
  try {
    const graph = new hnswlib.HierarchicalNSW('cosine', identity.dimension);
    await graph.readIndex(files.graph);
    return graph;
  } catch {
    // Another process put a new file in its place between the two readings.
    return undefined;
  }
}

/** Readers find the old pair, the new pair, or a pair that does not match and is not used. */
export async function writeGraph(graph: HierarchicalNSW, folder: string, name: string, identity: GraphIdentity): Promise<void> {
  const files = filesOf(folder, name);
  const temporary = `${files.graph}.${process.pid}.tmp`;
  await mkdir(folder, { recursive: true });
  try {
    await graph.writeIndex(temporary);
    const sidecar: Sidecar = { ...identity, graph: hashOf(await readFile(temporary)) };
    await writeFile(`${files.sidecar}.${process.pid}.tmp`, JSON.stringify(sidecar));
    await rename(temporary, files.graph);
    await rename(`${files.sidecar}.${process.pid}.tmp`, files.sidecar);
  } finally {
    await rm(temporary, { force: true });
  }
}

function filesOf(folder: string, name: string): { graph: string; sidecar: string } {
  return { graph: join(folder, `${name}.hnsw`), sidecar: join(folder, `${name}.hnsw.json`) };
}

function isSame(a: Sidecar, b: Sidecar): boolean {
  return (Object.keys(b) as (keyof Sidecar)[]).every((key) => a[key] === b[key]);
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
