import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { MOODS } from '../src/domain/cues.ts';
import { regionSchema } from '../src/domain/events.ts';
import { HANDOFF_REASONS, INTAKE_SLOTS } from '../src/domain/handoff.ts';
import { ACTIONS, INTENT_IDS } from '../src/domain/intents.ts';
import { localeSchema } from '../src/domain/locales.ts';
import { SECRET_KINDS } from '../src/domain/secrets.ts';
import { TEAMS } from '../src/domain/teams.ts';
import { URGENCIES } from '../src/domain/urgencies.ts';
import { parseInput } from '../src/protocol/parse.ts';

const oneOrMore = <T extends z.ZodType>(schema: T) => z.union([schema, z.array(schema)]);

/** What must be true after a turn; what is not named may be anything. A list means: one of these (of `entities`, `secrets`, `says`: all of these). */
const expectationSchema = z.strictObject({
  owner: z.enum(['assistant', 'queue', 'agent']),
  status: z.enum(['open', 'resolved']),
  team: oneOrMore(z.enum(TEAMS)),
  urgency: oneOrMore(z.enum(URGENCIES)),
  locale: localeSchema,
  /** Attempts on the assistant's rules so far. */
  attacks: z.int(),
  action: oneOrMore(z.enum(ACTIONS)).nullable(),
  intent: oneOrMore(z.enum(INTENT_IDS)),
  mood: oneOrMore(z.enum(MOODS)),
  reason: z.enum(HANDOFF_REASONS).nullable(),
  /** The first article cited; null for none. */
  article: oneOrMore(z.string()).nullable(),
  offers: z.enum(['person', 'choices']).nullable(),
  /** What a waiting contact is asked; null for nothing. */
  asks: z.enum(INTAKE_SLOTS).nullable(),
  /** How many messages the assistant sent. */
  messages: z.int(),
  secrets: z.array(z.enum(SECRET_KINDS)),
  /** As `kind:value`. */
  entities: z.array(z.string()),
  says: oneOrMore(z.string()),
  neverSays: oneOrMore(z.string()),
  /** Stands in the text that was stored. */
  stored: oneOrMore(z.string()),
  readInContext: z.boolean(),
}).partial();
export type Expectation = z.infer<typeof expectationSchema>;

const turnSchema = z.strictObject({
  /** What the contact writes. */
  contact: z.string(),
  /** What the contact presses: the number of a choice, or the button for a person. */
  press: z.union([z.int().positive(), z.literal('person')]),
  /** What a colleague does. */
  agent: z.enum(['claim', 'return', 'resolve']),
  /** What a colleague says. */
  reply: z.string(),
  /** The contact's word on the last answer. */
  helpful: z.boolean(),
  expect: expectationSchema,
}).partial();
export type ScriptTurn = z.infer<typeof turnSchema>;

const scriptSchema = z.strictObject({
  /** What is to be shown, as a sentence. */
  shows: z.string(),
  /** Language of the page. */
  locale: localeSchema,
  region: regionSchema.optional(),
  turns: z.array(turnSchema).min(1),
});
export type ConversationScript = z.infer<typeof scriptSchema> & { readonly name: string };

/** The scripts of a folder; a file holds several, one YAML document each. Rejects with AppError where one is wrong. */
export async function readScripts(folder: string): Promise<ConversationScript[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const lists = await Promise.all(files.map(async (file) => {
    const texts = (await readFile(join(folder, file), 'utf8')).split(/^---$/m).filter((text) => text.trim() !== '');
    return texts.map((text, i) => ({ ...parseInput(scriptSchema, parse(text)), name: `${file}#${i + 1}` }));
  }));
  return lists.flat();
}
