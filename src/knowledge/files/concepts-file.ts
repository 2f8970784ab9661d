import { z } from 'zod';
import type { ConceptExpressions } from '../knowledge-base.ts';
import { idSchema } from './article-file.ts';
import { parseYaml } from './parse-yaml.ts';
import type { Parsed } from './parsed-file.ts';

const expressionSchema = z.string().regex(/^[^*]*[\p{L}\p{N}][^*]*\*?$/u, 'words, with * at most at the end');

const conceptsFileSchema = z.record(idSchema, z.array(expressionSchema).min(1));

/** Parses `concepts/<locale>.yaml`: expressions by concept. */
export function parseConceptsFile(text: string, file: string): Parsed<ConceptExpressions> {
  return parseYaml(text, file, conceptsFileSchema);
}
