import { describe, expect, it } from '@jest/globals';
import { smallKnowledge } from '../../../test/fixtures/small-knowledge.ts';
import { assembleKnowledgeBase } from '../load-knowledge-base.ts';
import { formatProblem, KnowledgeError } from '../problem.ts';
import { parseKnowledgeFiles } from './parse-knowledge-files.ts';

function problemsWith(path: string, text: string): string[] {
  return parseKnowledgeFiles('kb', smallKnowledge().set(path, text)).problems.map(formatProblem);
}

describe('parsing a knowledge base', () => {
  it('reads articles, translations, settings and utterances', () => {
    const { articles, exchange, categories, utterances } = assembleKnowledgeBase(parseKnowledgeFiles('kb', smallKnowledge()));
    expect([...articles.keys()]).toEqual(['deposit-fees', 'deposit-late', 'security-lost-2fa']);
    expect(articles.get('security-lost-2fa')).toMatchObject({ team: 'security', intent: 'security_settings', translations: { de: { title: 'Authenticator verloren' } } });
    expect(exchange).toEqual({ name: 'Example Exchange', feesUrl: 'https://exchange.example/fees' });
    expect(categories.map(({ id }) => id)).toEqual(['deposit', 'security']);
    expect(utterances.filter(({ intent }) => intent === 'small_talk').map(({ locale }) => locale)).toEqual(['de', 'en']);
  });

  it('gives a translation a revision that changes with its words', () => {
    const revisionOf = (texts: Map<string, string>) => parseKnowledgeFiles('kb', texts).translations.find(({ file }) => file.endsWith('deposit-late/en.md'))?.value.revision;
    const changed = smallKnowledge();
    changed.set('articles/deposit-late/en.md', changed.get('articles/deposit-late/en.md')!.replace('30 minutes', '40 minutes'));
    expect(revisionOf(smallKnowledge())).toMatch(/^[0-9a-f]{16}$/);
    expect(revisionOf(changed)).not.toBe(revisionOf(smallKnowledge()));
  });

  it('says on which line a field is wrong and what would be right', () => {
    expect(problemsWith('articles/deposit-late/article.yaml', 'category: deposit\ncovers: x\nintent: nothing\nurgency: normal\nrelated: [a-b, c-d]\n'))
      .toEqual([expect.stringMatching(/^kb\/articles\/deposit-late\/article\.yaml:3 intent: is "nothing" \(expected one of account_access, /)]);
  });

  it('says which field is missing', () => {
    expect(problemsWith('articles/deposit-late/article.yaml', 'category: deposit\nintent: deposit_help\nurgency: normal\nrelated: [a-b, c-d]\n'))
      .toEqual(['kb/articles/deposit-late/article.yaml:1 covers: is missing (expected a string)']);
  });

  it('counts the lines of front matter from the beginning of the file', () => {
    expect(problemsWith('articles/deposit-late/en.md', '---\ntitle: a\nsummary: b\nphrasings:\n  - "fine"\n  - 5\n---\nbody\n'))
      .toEqual(['kb/articles/deposit-late/en.md:6 phrasings.1: is 5 (expected a string)']);
  });

  it('explains a colon that YAML takes for a field', () => {
    expect(problemsWith('articles/deposit-late/en.md', '---\ntitle: a: b\nsummary: b\nphrasings: []\n---\nbody\n')[0])
      .toMatch(/^kb\/articles\/deposit-late\/en\.md:2 yaml: Nested mappings .*put text that contains ": "/);
  });

  it.each([
    ['articles/deposit-late/xx.md', 'file name'],
    ['articles/Deposit/en.md', 'folder'],
    ['intents/no_intent/en.yaml', 'folder'],
    ['intents/small_talk/en.txt', 'file name'],
    ['concepts/english.yaml', 'file name'],
    ['subjects/english.yaml', 'file name'],
  ])('reports %s as a file that nothing reads', (path, field) => {
    expect(problemsWith(path, 'x: y')).toEqual([expect.stringContaining(`kb/${path}:1 ${field}: `)]);
  });

  it('reports a settings file that is missing', () => {
    const texts = smallKnowledge();
    texts.delete('exchange.yaml');
    expect(parseKnowledgeFiles('kb', texts).problems.map(formatProblem)).toEqual(['kb/exchange.yaml:1 file: is missing (expected a file of this name)']);
  });

  it('says which value of the policy is wrong, and where', () => {
    const policy = smallKnowledge().get('policy.yaml')!;
    const line = policy.split('\n').findIndex((text) => text.includes('answerFrom')) + 1;
    expect(problemsWith('policy.yaml', policy.replace(/answerFrom: [\d.]+/, 'answerFrom: 40'))[0]).toContain(`kb/policy.yaml:${line} thresholds.answerFrom: `);
    expect(problemsWith('policy.yaml', policy.replace('team: fraud,', 'team: police,'))).toEqual([expect.stringContaining('team: is "police" (expected one of security, ')]);
    expect(problemsWith('policy.yaml', policy.replace(/^ {2}feedback:.*\n/m, ''))).toEqual([expect.stringContaining('intents.feedback: is missing')]);
  });

  it('wants every cue of a language, and no other', () => {
    const problems = problemsWith('cues/en.yaml', 'yes:\n  - "yes"\nmaybe:\n  - "maybe"\n');
    expect(problems).toContainEqual(expect.stringContaining('kb/cues/en.yaml:1 no: is missing'));
    expect(problems.some((problem) => problem.includes('maybe'))).toBe(true);
  });

  it('wants a source for a crisis line', () => {
    expect(problemsWith('crisis-lines.yaml', 'directory: { url: "https://a.example", source: "https://a.example" }\nassume: {}\nregions:\n  JP: [{ name: a, phone: "12", hours: 24/7 }]\n'))
      .toEqual([expect.stringContaining('kb/crisis-lines.yaml:4 regions.JP.0.source: is missing')]);
  });

  it('reads graded lists of utterances with their urgency', () => {
    const { utterances } = assembleKnowledgeBase(parseKnowledgeFiles('kb', smallKnowledge().set('intents/fraud_report/en.yaml', 'utterances:\n  - "he has my money"\nnormal:\n  - "a fake page"\n')));
    expect(utterances.filter(({ intent, locale }) => intent === 'fraud_report' && locale === 'en').map(({ urgency, utterances: list }) => [urgency, list]))
      .toEqual([['critical', ['he has my money']], ['normal', ['a fake page']]]);
  });

  it('throws one error with every problem when a knowledge base is needed', () => {
    const texts = smallKnowledge().set('articles/deposit-late/en.md', 'no front matter').set('articles/deposit-fees/article.yaml', 'category: [');
    const assemble = () => assembleKnowledgeBase(parseKnowledgeFiles('kb', texts));
    expect(assemble).toThrow(KnowledgeError);
    expect(assemble).toThrow(/the knowledge base has [2-9] problems:[^]*deposit-fees[^]*deposit-late/);
  });

  it('does not accept an article of a category that does not exist', () => {
    const texts = smallKnowledge().set('categories.yaml', 'deposit: { team: payments }\n');
    expect(() => assembleKnowledgeBase(parseKnowledgeFiles('kb', texts))).toThrow('security-lost-2fa/article.yaml:1 category: is "security" (expected one of deposit)');
  });
});
