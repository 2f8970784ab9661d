import { describe, expect, it } from '@jest/globals';
import { smallKnowledge, translation } from '../../../test/fixtures/small-knowledge.ts';
import { parseKnowledgeFiles } from '../files/parse-knowledge-files.ts';
import { formatProblem } from '../problem.ts';
import { checkKnowledge } from './check-knowledge.ts';
import type { CheckOptions } from './check-options.ts';
import { coverLocales } from './coverage.ts';

const OPTIONS: CheckOptions = { completeLocales: ['en', 'de'], minPhrasings: 3, minUtterances: 3 };

/** Problems after one file was changed. */
function problemsAfter(path: string, change: (text: string) => string, options: Partial<CheckOptions> = {}): string[] {
  const texts = smallKnowledge();
  texts.set(path, change(texts.get(path) ?? ''));
  return checkKnowledge(parseKnowledgeFiles('kb', texts), { ...OPTIONS, ...options }).map(formatProblem);
}

const ENGLISH = 'articles/deposit-late/en.md';
const GERMAN = 'articles/deposit-late/de.md';

describe('checking a knowledge base', () => {
  it('finds nothing wrong with a whole one', () => {
    expect(problemsAfter(ENGLISH, (text) => text)).toEqual([]);
  });

  it('names what a complete locale lacks', () => {
    expect(problemsAfter(ENGLISH, (text) => text, { completeLocales: ['fr'] })).toEqual([
      'kb/articles:1 fr: lacks 3 articles (expected deposit-fees, deposit-late, security-lost-2fa)',
      expect.stringMatching(/^kb\/intents:1 fr: lacks 9 intents \(expected .*small_talk/),
    ]);
  });

  it.each([
    ['an unknown article', 'article:deposit-fees', 'article:nowhere', 'links to the unknown article "nowhere"'],
    ['a written-out address', '{{exchange.feesUrl}}', 'https://elsewhere.example', 'links to "https://elsewhere.example"'],
    ['an unknown variable', '{{exchange.name}}', '{{exchange.nickname}}', 'uses the unknown variable {{exchange.nickname}}'],
    ['raw HTML', 'Wait for', '<b>Wait</b> for', 'has raw HTML'],
    ['an emoji', 'Wait for', 'Wait 🙂 for', 'has an emoji'],
  ])('reports %s with its line', (_name, from, to, problem) => {
    const problems = problemsAfter(ENGLISH, (text) => text.replace(from, to));
    const line = smallKnowledge().get(ENGLISH)!.split('\n').findIndex((text) => text.includes(from)) + 1;
    expect(problems).toContainEqual(expect.stringContaining(`kb/${ENGLISH}:${line} body: ${problem}`));
  });

  it('reports an article without an answer before its sections', () => {
    expect(problemsAfter(ENGLISH, (text) => text.replace(/---\n[^-]*\n## /, '---\n## '))).toContainEqual(expect.stringContaining('has no answer before the first ##'));
  });

  it('reports a number that one language states and another does not', () => {
    expect(problemsAfter(GERMAN, (text) => text.replace('30 minutes', '45 minutes')))
      .toEqual([expect.stringContaining('numbers differ from en.md: lacks 30; has 45 too many')]);
  });

  it('reports a link that a translation lost', () => {
    expect(problemsAfter(GERMAN, (text) => text.replace('[another article](article:deposit-fees)', 'another article')))
      .toEqual([expect.stringContaining('links differ from en.md: lacks article:deposit-fees')]);
  });

  it('reports a question that two articles have, whatever its case and punctuation', () => {
    expect(problemsAfter(ENGLISH, (text) => text.replace('deposit not showing up', 'RESET 2FA?!')))
      .toEqual([expect.stringContaining('security-lost-2fa/en.md:6 phrasings.1: "reset 2fa" stands in deposit-late too')]);
  });

  it('lets two languages have the same question', () => {
    expect(problemsAfter(ENGLISH, (text) => text.replace('deposit not showing up', '2fa zurücksetzen'))).toEqual([]);
  });

  it('reports lists that are too short', () => {
    expect(problemsAfter('intents/small_talk/en.yaml', (text) => text, { minUtterances: 4 }))
      .toContainEqual('kb/intents/small_talk/en.yaml:2 utterances: has 3 items (expected at least 4)');
  });

  it('reports related articles that do not exist', () => {
    expect(problemsAfter('articles/deposit-late/article.yaml', (text) => text.replace('deposit-fees', 'deposit-fee')))
      .toEqual([expect.stringContaining('related.0: names the unknown article "deposit-fee"')]);
  });

  it('reports a policy that names an article that does not exist, or hands over what is answered', () => {
    expect(problemsAfter('policy.yaml', (text) => text.replace('investment_advice:     { team: general,', 'investment_advice:     { steps: nowhere, team: general,')))
      .toEqual([expect.stringContaining('intents.investment_advice.steps: names the unknown article "nowhere"')]);
    expect(problemsAfter('policy.yaml', (text) => text.replace('feedback:              { ', 'feedback:              { handoffFrom: 0.5, ')))
      .toEqual([expect.stringContaining('intents.feedback.handoffFrom: is of an intent that does not go to people')]);
  });

  it('counts what each locale has', () => {
    const texts = smallKnowledge().set('articles/deposit-late/fr.md', translation('Mon dépôt', ['a', 'b'], 'deposit-fees'));
    const coverage = coverLocales(parseKnowledgeFiles('kb', texts));
    expect(coverage.find(({ locale }) => locale === 'fr')).toEqual({ locale: 'fr', articles: 1, phrasings: 2, fewestPhrasings: 2, medianPhrasings: 2, intents: 0, utterances: 0 });
    expect(coverage.find(({ locale }) => locale === 'de')).toMatchObject({ articles: 3, intents: 9, utterances: 27 });
  });
});
