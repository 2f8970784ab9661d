import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { PROBLEM_CODES, SEVERITIES } from '../../domain/documents/problem-codes.ts';
import { GAP_STATES } from '../../domain/gap-state.ts';
import { IMPORT_KINDS } from '../../domain/import-kind.ts';
import { IMPORT_PROBLEMS } from '../../domain/import-problem.ts';
import { ACTIONS, INTENT_IDS } from '../../domain/intents.ts';
import { QUESTION_OUTCOMES } from '../../domain/question-outcome.ts';
import { TEAMS } from '../../domain/teams.ts';
import { DECISION_RULES } from '../../domain/tried-utterance.ts';
import { URGENCIES } from '../../domain/urgencies.ts';
import { STAFF_LANGUAGES, type StaffLanguage } from '../staff/preferences/preferences.ts';
import { CELL_STATES } from './state/library-cells.ts';
import { FIGURE_COLUMNS } from './state/sort-figures.ts';

interface Phrases { readonly [key: string]: string | Phrases }

/** What the editor's build has: the desk's phrases, and under `editor` its own. */
function read(language: StaffLanguage): Phrases {
  const { desk, editor } = JSON.parse(readFileSync(new URL(`../../locales/${language}.json`, import.meta.url), 'utf8')) as { desk: Phrases; editor: Phrases };
  return { ...desk, editor };
}

function flatten(phrases: Phrases, prefix = ''): string[] {
  return Object.entries(phrases).flatMap(([key, value]) => (typeof value === 'string' ? [prefix + key.replace(/_(zero|one|two|few|many|other)$/, '')] : flatten(value, `${prefix}${key}.`)));
}

const keysOf = (ids: readonly string[], prefix: string): string[] => ids.map((id) => `${prefix}.${id}`);

const FROM_TABLES = [
  ...keysOf(CELL_STATES, 'editor.states'), ...keysOf(PROBLEM_CODES, 'editor.problems'), ...keysOf(SEVERITIES, 'editor.severity'),
  ...keysOf(ACTIONS, 'editor.try.actions'), ...keysOf(DECISION_RULES, 'editor.try.because'), ...keysOf(INTENT_IDS, 'intents'), ...keysOf(URGENCIES, 'urgency'), ...keysOf(TEAMS, 'teams'),
  ...keysOf(['numbers', 'links', 'variables', 'steps', 'points', 'warnings', 'sections'], 'editor.differences'),
  ...keysOf(['seed', 'publish', 'schedule', 'archive', 'revert', 'import'], 'editor.publications.kinds'),
  ...keysOf(GAP_STATES, 'editor.gaps.states'), ...keysOf(QUESTION_OUTCOMES, 'editor.gaps.outcomes'), ...keysOf(['already-there', 'no-translation', 'in-another-article'], 'editor.gaps.reasons'), ...keysOf(['open', 'openWords', 'closed', 'closedWords'], 'editor.gaps.none'),
  ...keysOf(FIGURE_COLUMNS, 'editor.figures.columns'), ...keysOf(['more', 'less', 'same'], 'editor.numbers'),
  ...keysOf(IMPORT_KINDS, 'editor.import.kinds'), ...keysOf(IMPORT_KINDS, 'editor.import.hints'), ...keysOf(IMPORT_PROBLEMS, 'editor.import.problems'), ...keysOf(['new', 'draft', 'published'], 'editor.import.exists'),
  ...keysOf(['new', 'changed', 'removed', 'unchanged'], 'editor.publish.change'), ...keysOf(['conflict', 'problems', 'golden'], 'editor.publish.returned'),
];

/** Keys that stand in the code as they are, in desk-like calls and in choices between two. */
function keysInCode(): string[] {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.test)\.tsx?$/.test(file));
  const code = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  return [...code.matchAll(/\bt\('([\w.-]+)'|'(editor\.[\w.-]+)'/g)].map(([, called, chosen]) => called ?? chosen ?? '');
}

describe('phrases of the editor', () => {
  it('are there in every language for every key of the code and every row of the domain\'s tables', () => {
    const used = [...keysInCode(), ...FROM_TABLES];
    expect(used.length).toBeGreaterThan(200);
    for (const language of STAFF_LANGUAGES) {
      const phrases = new Set(flatten(read(language)));
      expect(used.filter((key) => !phrases.has(key))).toEqual([]);
    }
  });
});
