import type { Translation } from '../../domain/article.ts';
import { findLinks, findVariables, linkedArticleId, plainText, splitAnswer } from '../content/article-markdown.ts';
import type { KnowledgeFiles } from '../files/knowledge-files.ts';
import type { ParsedFile } from '../files/parsed-file.ts';
import type { Problem } from '../problem.ts';
import { countWords } from './count-words.ts';

/** Bounds of sane length, wide because languages differ. Words are those of `countWords`. */
const ANSWER_WORDS = { min: 15, max: 260 };
const BODY_WORDS = { min: 50, max: 450 };
const MAX_TITLE = 110;
const MAX_SUMMARY = 280;

/** What the small Markdown of articles leaves out. */
const FORBIDDEN = [
  { pattern: /<\/?[A-Za-z][^>]*>/g, name: 'raw HTML' },
  { pattern: /^\s*\|.*\|\s*$/gm, name: 'a table' },
  { pattern: /!\[[^\]]*\]\(/g, name: 'an image' },
  { pattern: /^#(?!#[^#])/gm, name: 'a heading other than ##' },
  { pattern: /\p{Extended_Pictographic}/gu, name: 'an emoji' },
  { pattern: /(?:https?:\/\/|www\.)\S+/g, name: 'a written-out address' },
] as const;

type Report = (offset: number, problem: string, expected: string) => void;

/** Everything that can be told from one translation alone and the list of articles and settings. */
export function checkTranslation(parsed: ParsedFile<Translation>, files: KnowledgeFiles): Problem[] {
  const problems: Problem[] = [];
  const { body } = parsed.value;
  const report: Report = (offset, problem, expected) => {
    const line = parsed.lineOf(`body.${body.slice(0, offset).split('\n').length - 1}`);
    problems.push({ file: parsed.file, line, field: 'body', problem, expected });
  };
  checkLinks(body, files, report);
  checkVariables(body, files, report);
  checkMarkdown(body, report);
  checkLength(body, report);
  return [...problems, ...checkFrontMatter(parsed, files)];
}

function checkLinks(body: string, files: KnowledgeFiles, report: Report): void {
  for (const { target, offset } of findLinks(body)) {
    const articleId = linkedArticleId(target);
    if (articleId !== undefined && !files.articles.has(articleId)) report(offset, `links to the unknown article "${articleId}"`, 'the id of an article');
    if (articleId === undefined && !/^\{\{exchange\.\w+Url\}\}$/.test(target)) report(offset, `links to "${target}"`, 'article:<id> or {{exchange.<name>Url}}');
  }
}

function checkVariables(text: string, files: KnowledgeFiles, report: Report): void {
  for (const { name, key, offset } of findVariables(text)) {
    if (key === undefined || !Object.hasOwn(files.exchange.value, key)) report(offset, `uses the unknown variable {{${name}}}`, 'exchange.<a key of exchange.yaml>');
  }
}

function checkMarkdown(body: string, report: Report): void {
  for (const { pattern, name } of FORBIDDEN) {
    for (const match of body.matchAll(pattern)) report(match.index, `has ${name}`, 'paragraphs, lists, bold, links and ## headings only');
  }
}

function checkLength(body: string, report: Report): void {
  const { answer } = splitAnswer(body);
  if (answer === '') return report(0, 'has no answer before the first ##', 'the direct answer first: it is what the assistant says');
  const lengths = [
    { part: 'the answer', words: countWords(plainText(answer)), bounds: ANSWER_WORDS },
    { part: 'the whole body', words: countWords(plainText(body)), bounds: BODY_WORDS },
  ];
  for (const { part, words, bounds } of lengths) {
    if (words < bounds.min || words > bounds.max) report(0, `${part} has ${words} words`, `${bounds.min} to ${bounds.max}`);
  }
}

function checkFrontMatter(parsed: ParsedFile<Translation>, files: KnowledgeFiles): Problem[] {
  const problems: Problem[] = [];
  const { title, summary } = parsed.value;
  for (const [field, text, max] of [['title', title, MAX_TITLE], ['summary', summary, MAX_SUMMARY]] as const) {
    const add = (problem: string, expected: string): void => {
      problems.push({ file: parsed.file, line: parsed.lineOf(field), field, problem, expected });
    };
    if (text.length > max) add(`is ${text.length} characters long`, `at most ${max}`);
    if (findLinks(text).length > 0) add('has a link', 'plain text');
    checkVariables(text, files, (_offset, problem, expected) => add(problem, expected));
  }
  return problems;
}
