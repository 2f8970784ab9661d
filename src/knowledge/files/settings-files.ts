import * as z from 'zod';
import { crisisLinesSchema, type CrisisLines } from '../../domain/crisis-lines.ts';
import { localeSchema } from '../../domain/locales.ts';
import { policySchema, type Policy } from '../../domain/policy.ts';
import { TEAMS } from '../../domain/teams.ts';
import type { Category, ExchangeSettings } from '../knowledge-base.ts';
import { idSchema } from './article-file.ts';
import { parseYaml } from './parse-yaml.ts';
import { mapParsed, type Parsed } from './parsed-file.ts';

const categoriesSchema = z.record(idSchema, z.strictObject({ team: z.enum(TEAMS), titles: z.partialRecord(localeSchema, z.string().trim().min(1).max(80)).optional() }));

const exchangeSchema = z.record(
  z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'a name in camelCase, as in {{exchange.feesUrl}}'),
  z.string().min(1),
);

/** Parses `categories.yaml`; the order of the file is the order of the shelves. */
export function parseCategoriesFile(text: string, file: string): Parsed<readonly Category[]> {
  return mapParsed(parseYaml(text, file, categoriesSchema), (rows) => Object.entries(rows).map(([id, row]) => ({ id, ...row })));
}

/** Parses `exchange.yaml`. */
export function parseExchangeFile(text: string, file: string): Parsed<ExchangeSettings> {
  return parseYaml(text, file, exchangeSchema);
}

/** Parses `policy.yaml`. */
export function parsePolicyFile(text: string, file: string): Parsed<Policy> {
  return parseYaml(text, file, policySchema);
}

/** Parses `crisis-lines.yaml`. */
export function parseCrisisLinesFile(text: string, file: string): Parsed<CrisisLines> {
  return parseYaml(text, file, crisisLinesSchema);
}
