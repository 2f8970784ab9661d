import type { Translation } from '../../domain/article.ts';
import type { ProblemCode } from '../../domain/documents/problem-codes.ts';
import { findImages, findLinks, findVariables, imageName, linkedArticleId, plainText, splitAnswer } from '../content/article-markdown.ts';
import type { KnowledgeFiles } from '../files/knowledge-files.ts';
import type { ParsedFile } from '../files/parsed-file.ts';
import type { Problem, ProblemValues } from '../problem.ts';
import { countWords } from './count-words.ts';

/** Bounds of sane length, wide because languages differ. Words are those of `countWords`. */
const ANSWER_WORDS = { min: 15, max: 260 };
const BODY_WORDS = { min: 50, max: 450 };
const MAX_TITLE = 110;
const MAX_SUMMARY = 280;

/** What the small Markdown of articles leaves out. */
const FORBIDDEN = [
  { pattern: /<\/?[A-Za-z][^>]*>/g, name: 'raw HTML', code: 'raw-html' },
  { pattern: /^\s*\|.*\|\s*$/gm, name: 'a table', code: 'table' },
  { pattern: /^#(?!#[^#])/gm, name: 'a heading other than ##', code: 'heading' },
  { pattern: /\p{Extended_Pictographic}/gu, name: 'an emoji', code: 'emoji' },
  { pattern: /(?:https?:\/\/|www\.)\S+/g, name: 'a written-out address', code: 'address' },
] as const;

type Report = (offset: number, code: ProblemCode, values: ProblemValues, problem: string, expected: string) => void;

/** Everything that can be told from one translation alone and the list of articles and settings. */
export function checkTranslation(parsed: ParsedFile<Translation>, files: KnowledgeFiles): Problem[] {
  const problems: Problem[] = [];
  const { body } = parsed.value;
  const report: Report = (offset, code, values, problem, expected) => {
    const line = parsed.lineOf(`body.${body.slice(0, offset).split('\n').length - 1}`);
    problems.push({ file: parsed.file, line, field: 'body', code, values, problem, expected });
  };
  checkLinks(body, files, report);
  checkImages(body, files, report);
  checkVariables(body, files, report);
  checkMarkdown(body, report);
  checkLength(body, report);
  return [...problems, ...checkFrontMatter(parsed, files)];
}

function checkLinks(body: string, files: KnowledgeFiles, report: Report): void {
  for (const { target, offset } of findLinks(body)) {
    const articleId = linkedArticleId(target);
    if (articleId !== undefined && !files.articles.has(articleId)) report(offset, 'unknown-article', { id: articleId }, `links to the unknown article "${articleId}"`, 'the id of an article');
    if (articleId === undefined && !/^\{\{exchange\.\w+Url\}\}$/.test(target)) report(offset, 'foreign-link', { target }, `links to "${target}"`, 'article:<id> or {{exchange.<name>Url}}');
  }
}

function checkImages(body: string, { images }: KnowledgeFiles, report: Report): void {
  for (const { alt, target, offset } of findImages(body)) {
    const name = imageName(target);
    if (name === undefined || !images.has(name)) report(offset, 'unknown-image', { name: target }, `shows the unknown image "${target}"`, 'image:<name> of an image that was uploaded');
    if (alt === '') report(offset, 'image-without-words', {}, 'has an image without words', 'between the brackets, what the image shows, for whoever does not see it');
  }
}

function checkVariables(text: string, files: KnowledgeFiles, report: Report): void {
  for (const { name, key, offset } of findVariables(text)) {
    if (key === undefined || !Object.hasOwn(files.exchange.value, key)) report(offset, 'unknown-variable', { name }, `uses the unknown variable {{${name}}}`, 'exchange.<a key of exchange.yaml>');
  }
}

function checkMarkdown(body: string, report: Report): void {
  for (const { pattern, name, code } of FORBIDDEN) {
    for (const match of body.matchAll(pattern)) report(match.index, code, {}, `has ${name}`, 'paragraphs, lists, bold, links, images and ## headings only');
  }
}

function checkLength(body: string, report: Report): void {
  const { answer } = splitAnswer(body);
  if (answer === '') return report(0, 'no-answer', {}, 'has no answer before the first ##', 'the direct answer first: it is what the assistant says');
  const lengths = [
    { part: 'the answer', code: 'answer-length', words: countWords(plainText(answer)), bounds: ANSWER_WORDS },
    { part: 'the whole body', code: 'body-length', words: countWords(plainText(body)), bounds: BODY_WORDS },
  ] as const;
  for (const { part, code, words, bounds } of lengths) {
    if (words < bounds.min || words > bounds.max) report(0, code, { words, least: bounds.min, most: bounds.max }, `${part} has ${words} words`, `${bounds.min} to ${bounds.max}`);
  }
}

function checkFrontMatter(parsed: ParsedFile<Translation>, files: KnowledgeFiles): Problem[] {
  const problems: Problem[] = [];
  const { title, summary } = parsed.value;
  for (const [field, text, max] of [['title', title, MAX_TITLE], ['summary', summary, MAX_SUMMARY]] as const) {
    const add = (code: ProblemCode, values: ProblemValues, problem: string, expected: string): void => {
      problems.push({ file: parsed.file, line: parsed.lineOf(field), field, code, values, problem, expected });
    };
    if (text.length > max) add(`${field}-length`, { length: text.length, most: max }, `is ${text.length} characters long`, `at most ${max}`);
    if (findLinks(text).length > 0) add('link-in-field', {}, 'has a link', 'plain text');
    checkVariables(text, files, (_offset, code, values, problem, expected) => add(code, values, problem, expected));
  }
  return problems;
}
