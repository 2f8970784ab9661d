import * as z from 'zod';
import { CUE_IDS, type Cue } from '../../domain/cues.ts';
import type { ConceptExpressions } from '../knowledge-base.ts';
import { idSchema } from './article-file.ts';
import { parseYaml } from './parse-yaml.ts';
import type { Parsed } from './parsed-file.ts';

const expressionSchema = z.string().regex(/^[^*]*[\p{L}\p{N}][^*]*\*?$/u, 'words, with * at most at the end (and in cues = at most at the beginning)');

const expressionsSchema = z.array(expressionSchema).min(1);
const conceptsFileSchema = z.record(idSchema, expressionsSchema);

/** Parses `concepts/<locale>.yaml`: expressions by concept. */
export function parseConceptsFile(text: string, file: string): Parsed<ConceptExpressions> {
  return parseYaml(text, file, conceptsFileSchema);
}

/** Parses `cues/<locale>.yaml`: expressions by cue; every cue must be there. */
export function parseCuesFile(text: string, file: string): Parsed<ConceptExpressions> {
  return parseYaml(text, file, z.strictObject(Object.fromEntries(CUE_IDS.map((cue) => [cue, expressionsSchema])) as Record<Cue, typeof expressionsSchema>));
}
