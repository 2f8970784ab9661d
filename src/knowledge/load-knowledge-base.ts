import type { Article, Translation } from '../domain/article.ts';
import type { Locale } from '../domain/locales.ts';
import type { Team } from '../domain/teams.ts';
import type { KnowledgeFiles } from './files/knowledge-files.ts';
import { readKnowledgeFiles } from './files/read-knowledge-files.ts';
import { listUtterances } from './files/utterances-file.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { compareProblems, KnowledgeError, type Problem } from './problem.ts';

/**
 * Reads the folder's articles, intents and settings. Rejects with one KnowledgeError that lists every
 * file that could not be understood. Whether the content is complete is for `checkKnowledge` to say:
 * a desk also opens with half of its articles.
 */
export async function loadKnowledgeBase(folder: string): Promise<KnowledgeBase> {
  return assembleKnowledgeBase(await readKnowledgeFiles(folder));
}

/** Joins what the files say. Throws KnowledgeError. */
export function assembleKnowledgeBase(files: KnowledgeFiles): KnowledgeBase {
  const problems = [...files.problems];
  const teams = new Map(files.categories.value.map(({ id, team }) => [id, team]));
  const translations = groupTranslations(files, problems);
  const articles = new Map<string, Article>();
  for (const [id, { value, file, lineOf }] of [...files.articles].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const team: Team | undefined = teams.get(value.category);
    if (team) articles.set(id, { id, ...value, team, translations: translations.get(id) ?? {} });
    else problems.push({ file, line: lineOf('category'), field: 'category', code: 'unknown-category', values: { id: value.category }, problem: `is "${value.category}"`, expected: `one of ${[...teams.keys()].join(', ')}` });
  }
  if (problems.length > 0 || !files.policy || !files.crisisLines) throw new KnowledgeError(problems.sort(compareProblems));
  const policy = files.policy.value;
  const utterances = files.utterances.flatMap(({ intent, locale, value }) => listUtterances(value)
    .map((list) => ({ intent, locale, urgency: list.urgency ?? policy.intents[intent].urgency, utterances: list.utterances })));
  const byLocale = (lists: KnowledgeFiles['concepts']): KnowledgeBase['concepts'] => Object.fromEntries(lists.map(({ locale, value }) => [locale, value]));
  return {
    exchange: files.exchange.value, categories: files.categories.value, policy, crisisLines: files.crisisLines.value,
    articles, utterances, concepts: byLocale(files.concepts), subjects: byLocale(files.subjects), cues: byLocale(files.cues),
  };
}

function groupTranslations(files: KnowledgeFiles, problems: Problem[]): Map<string, Partial<Record<Locale, Translation>>> {
  const groups = new Map<string, Partial<Record<Locale, Translation>>>();
  const broken = new Set(files.problems.map(({ file }) => file));
  for (const { value, file } of files.translations) {
    const articleFile = file.replace(/[^/\\]+$/, 'article.yaml');
    if (!files.articles.has(value.articleId) && !broken.has(articleFile)) {
      problems.push({ file: articleFile, line: 1, field: 'file', code: 'no-article', values: {}, problem: 'is missing', expected: `an article.yaml beside ${value.locale}.md` });
      broken.add(articleFile);
    }
    groups.set(value.articleId, { ...groups.get(value.articleId), [value.locale]: value });
  }
  return groups;
}
