import { z } from 'zod';
import { parseYaml } from './parse-yaml.ts';
import type { Parsed } from './parsed-file.ts';
import { phrasingSchema } from './translation-file.ts';

const utterancesFileSchema = z.strictObject({ utterances: z.array(phrasingSchema).min(1) });

/** What `intents/<intent>/<locale>.yaml` says. */
export type UtterancesFile = z.infer<typeof utterancesFileSchema>;

export function parseUtterancesFile(text: string, file: string): Parsed<UtterancesFile> {
  return parseYaml(text, file, utterancesFileSchema);
}
