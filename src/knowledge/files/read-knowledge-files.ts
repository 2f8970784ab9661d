import { readdir, readFile } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import type { Translation } from '../../domain/article.ts';
import { INTENT_IDS, type Intent } from '../../domain/intents.ts';
import { isLocale, LOCALE_TAGS } from '../../domain/locales.ts';
import type { Problem } from '../problem.ts';
import { idSchema, parseArticleFile, type ArticleFile } from './article-file.ts';
import type { KnowledgeFiles } from './knowledge-files.ts';
import type { Parsed, ParsedFile } from './parsed-file.ts';
import { parseCategoriesFile, parseExchangeFile } from './settings-files.ts';
import { parseTranslationFile } from './translation-file.ts';
import { parseUtterancesFile } from './utterances-file.ts';

/** Files read at once: enough to hide the disk's latency, few enough for any limit on open files. */
const BATCH = 64;

/**
 * Reads a whole knowledge base. What is wrong is returned in `problems`, never thrown: a missing
 * settings file too, which counts as empty.
 */
export async function readKnowledgeFiles(folder: string): Promise<KnowledgeFiles> {
  const reader = createReader(folder);
  const categories = await reader.readOne('categories.yaml', parseCategoriesFile, []);
  const exchange = await reader.readOne('exchange.yaml', parseExchangeFile, {});
  await reader.readAll(await listFiles(folder));
  return { folder, categories, exchange, ...reader.collected() };
}

/** Paths below the folder, with `/`, of everything in `articles` and `intents`, in order. */
async function listFiles(folder: string): Promise<string[]> {
  const lists = await Promise.all(['articles', 'intents'].map(async (part) => {
    const entries = await readdir(join(folder, part), { recursive: true, withFileTypes: true }).catch(() => []);
    return entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => [part, ...join(entry.parentPath, entry.name).slice(join(folder, part).length + 1).split(sep)].join('/'));
  }));
  return lists.flat().sort();
}

function createReader(folder: string) {
  const problems: Problem[] = [];
  const articles = new Map<string, ParsedFile<ArticleFile>>();
  const translations: ParsedFile<Translation>[] = [];
  const utterances: KnowledgeFiles['utterances'][number][] = [];

  function take<T>(result: Parsed<T>): ParsedFile<T> | undefined {
    if (result.ok) return result.parsed;
    problems.push(...result.problems);
    return undefined;
  }

  function reject(file: string, field: string, problem: string, expected: string): void {
    problems.push({ file, line: 1, field, problem, expected });
  }

  function takeArticlePart(path: string, file: string, text: string): void {
    const [, id = '', name = '', ...deeper] = path.split('/');
    const locale = basename(name, '.md');
    if (!idSchema.safeParse(id).success) return reject(file, 'folder', `is "${id}"`, 'an article id: lower-case words joined by hyphens');
    if (deeper.length === 0 && name === 'article.yaml') {
      const parsed = take(parseArticleFile(text, file));
      if (parsed) articles.set(id, parsed);
    } else if (deeper.length === 0 && name.endsWith('.md') && isLocale(locale)) {
      const parsed = take(parseTranslationFile(text, file, id, locale));
      if (parsed) translations.push(parsed);
    } else reject(file, 'file name', `is "${name}"`, `article.yaml or <locale>.md with a locale of ${LOCALE_TAGS.join(' ')}`);
  }

  function takeUtterances(path: string, file: string, text: string): void {
    const [, folderName = '', name = ''] = path.split('/');
    const locale = basename(name, '.yaml');
    const intent = INTENT_IDS.find((id): id is Intent => id === folderName);
    if (!intent) return reject(file, 'folder', `is "${folderName}"`, 'an intent of src/domain/intents.ts');
    if (!name.endsWith('.yaml') || !isLocale(locale)) return reject(file, 'file name', `is "${name}"`, `<locale>.yaml with a locale of ${LOCALE_TAGS.join(' ')}`);
    const parsed = take(parseUtterancesFile(text, file));
    if (parsed) utterances.push({ ...parsed, intent, locale });
  }

  return {
    async readOne<T>(name: string, parse: (text: string, file: string) => Parsed<T>, empty: T): Promise<ParsedFile<T>> {
      const file = join(folder, name);
      const text = await readFile(file, 'utf8').catch((error: unknown) => {
        reject(file, 'file', `cannot be read: ${error instanceof Error ? error.message : String(error)}`, 'a file that exists');
      });
      const parsed = text === undefined ? undefined : take(parse(text, file));
      return parsed ?? { file, value: empty, lineOf: () => 1 };
    },
    async readAll(paths: readonly string[]): Promise<void> {
      for (let start = 0; start < paths.length; start += BATCH) {
        const batch = paths.slice(start, start + BATCH);
        const texts = await Promise.all(batch.map((path) => readFile(join(folder, path), 'utf8')));
        batch.forEach((path, i) => {
          const takePart = path.startsWith('articles/') ? takeArticlePart : takeUtterances;
          takePart(path, join(folder, path), texts[i] ?? '');
        });
      }
    },
    collected: () => ({ articles, translations, utterances, problems }),
  };
}
