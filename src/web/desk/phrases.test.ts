import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { MOODS, STEP_CUES } from '../../domain/cues.ts';
import { ENTITY_KINDS } from '../../domain/entities.ts';
import { ERROR_CODES } from '../../domain/errors.ts';
import { HANDOFF_REASONS, INTAKE_SLOTS } from '../../domain/handoff.ts';
import { ACTIONS, INTENT_IDS } from '../../domain/intents.ts';
import { PRESENCE_STATUSES } from '../../domain/presence.ts';
import { ROLES } from '../../domain/roles.ts';
import { SECRET_KINDS } from '../../domain/secrets.ts';
import { TEAMS } from '../../domain/teams.ts';
import { URGENCIES } from '../../domain/urgencies.ts';
import { NEWS_KINDS } from '../staff/preferences/news-kinds.ts';
import { PARTS } from './state/weigh-parts.ts';
import { VIEWS } from './state/views.ts';
import { SHORTCUT_IDS } from './workspace/shortcuts.ts';
import { createPhrases } from '../staff/preferences/phrases.ts';
import { STAFF_LANGUAGES, type StaffLanguage } from '../staff/preferences/preferences.ts';

interface Phrases { readonly [key: string]: string | Phrases }

const read = (language: StaffLanguage): Phrases =>
  (JSON.parse(readFileSync(new URL(`../../locales/${language}.json`, import.meta.url), 'utf8')) as { desk: Phrases }).desk;

/** Every key with its phrase, plural forms under the key that is asked for. */
function flatten(phrases: Phrases, prefix = ''): Map<string, string> {
  return new Map(Object.entries(phrases).flatMap(([key, value]) => (typeof value === 'string'
    ? [[prefix + key.replace(/_(zero|one|two|few|many|other)$/, ''), value] as const]
    : [...flatten(value, `${prefix}${key}.`)])));
}

const keysOf = (ids: readonly string[], prefix: string): string[] => ids.map((id) => `${prefix}.${id}`);

/** Keys that the code puts together from the tables of the domain. */
const FROM_TABLES = [
  ...keysOf(INTENT_IDS, 'intents'), ...keysOf(URGENCIES, 'urgency'), ...keysOf(TEAMS, 'teams'), ...keysOf(ROLES, 'roles'), ...keysOf(ACTIONS, 'decisions'),
  ...keysOf(HANDOFF_REASONS, 'handoffReasons'), ...keysOf(VIEWS, 'views'), ...keysOf(VIEWS, 'list.order'), ...keysOf(SHORTCUT_IDS, 'shortcuts'),
  ...keysOf(MOODS, 'moods'), ...keysOf(INTAKE_SLOTS, 'slots'), ...keysOf(INTAKE_SLOTS, 'questions'), ...keysOf(STEP_CUES, 'steps'),
  ...keysOf(SECRET_KINDS, 'secretKinds'), ...keysOf(ENTITY_KINDS, 'entityKinds'), ...keysOf(PARTS, 'understood'),
  ...VIEWS.flatMap((view) => [`empty.${view}.title`, `empty.${view}.words`]),
  ...keysOf(NEWS_KINDS, 'news.kinds'), ...keysOf(NEWS_KINDS, 'news.told'), ...keysOf(PRESENCE_STATUSES, 'presence'), ...keysOf(PRESENCE_STATUSES, 'presenceMenu'),
];

/** Keys that stand in the code as they are. */
function keysInCode(): string[] {
  const files = ['.', '../staff'].flatMap((part) => {
    const folder = fileURLToPath(new URL(`${part}/`, import.meta.url));
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));
  });
  const code = files.filter((file) => /(?<!\.test)\.tsx?$/.test(file)).map((file) => readFileSync(file, 'utf8')).join('\n');
  return [...code.matchAll(/\bt\('([\w.-]+)'/g)].map(([, key]) => key ?? '');
}

describe('phrases of the desk', () => {
  it('are there in every language for every key of the code and every row of the domain\'s tables', () => {
    const used = [...keysInCode(), ...FROM_TABLES];
    expect(used.length).toBeGreaterThan(150);
    for (const language of STAFF_LANGUAGES) {
      const phrases = flatten(read(language));
      expect(used.filter((key) => !phrases.has(key))).toEqual([]);
    }
  });

  it('are the same keys with the same placeholders in every language', () => {
    const placeholders = (phrases: Map<string, string>): Record<string, string> =>
      Object.fromEntries([...phrases].map(([key, phrase]) => [key, [...phrase.matchAll(/\{\{(\w+)/g)].map(([, name]) => name).sort().join()]));
    const [first, ...others] = STAFF_LANGUAGES.map((language) => placeholders(flatten(read(language))));
    for (const other of others) expect(other).toEqual(first);
  });

  it('explain every error that a conversation\'s command can end with', async () => {
    const t = await createPhrases('en', read('en'));
    for (const code of Object.keys(ERROR_CODES)) expect(t([`errors.${code}`, 'errors.internal'])).toMatch(/\.$/);
  });

  it('count in the language\'s own way', async () => {
    const [en, zh] = await Promise.all(STAFF_LANGUAGES.map((language) => createPhrases(language, read(language))));
    expect(en?.('list.new', { count: 1 })).toBe('1 new');
    expect(zh?.('views.critical', { count: 2 })).toBe('2 个紧急');
  });
});
