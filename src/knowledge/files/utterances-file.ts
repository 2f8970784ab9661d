import * as z from 'zod';
import { URGENCIES, type Urgency } from '../../domain/urgencies.ts';
import { parseYaml } from './parse-yaml.ts';
import type { Parsed } from './parsed-file.ts';
import { phrasingSchema } from './translation-file.ts';

const listSchema = z.array(phrasingSchema).min(1);

const utterancesFileSchema = z.strictObject({
  /** Of the intent's usual urgency. */
  utterances: listSchema,
  /** Of the same intent, more or less urgent than it usually is. */
  ...Object.fromEntries(URGENCIES.map((urgency) => [urgency, listSchema.optional()])) as Record<Urgency, z.ZodOptional<typeof listSchema>>,
});

/** What `intents/<intent>/<locale>.yaml` says. */
export type UtterancesFile = z.infer<typeof utterancesFileSchema>;

export function parseUtterancesFile(text: string, file: string): Parsed<UtterancesFile> {
  return parseYaml(text, file, utterancesFileSchema);
}

/** The lists of a file by their field, with the urgency that they stand for; undefined is the intent's usual one. */
export function listUtterances(file: UtterancesFile): { field: keyof UtterancesFile; urgency: Urgency | undefined; utterances: readonly string[] }[] {
  const graded = URGENCIES.map((urgency) => ({ field: urgency, urgency, utterances: file[urgency] ?? [] }));
  return [{ field: 'utterances' as const, urgency: undefined, utterances: file.utterances }, ...graded.filter(({ utterances }) => utterances.length > 0)];
}
