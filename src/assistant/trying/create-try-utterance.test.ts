import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { openSmallAssistant, type SmallAssistant } from '../../../test/fixtures/small-assistant.ts';
import { smallKnowledge, translation } from '../../../test/fixtures/small-knowledge.ts';
import type { GoldenQuestion } from '../../domain/golden-question.ts';
import { needsReason, type ProposedDocument } from '../../knowledge/editing/golden-judgement.ts';
import { createReadDraft, type ReadDraft } from '../../knowledge/trying/draft-knowledge.ts';
import { createGoldenQuestions, type GoldenQuestions } from '../../knowledge/trying/golden-questions.ts';
import { triedUtteranceSchema } from '../../protocol/routes/trying.ts';
import { redactSecrets } from '../../secrets/redact-secrets.ts';
import { createAskGolden, createTryUtterance, type TryUtterance } from './create-try-utterance.ts';

const SEED = 'my seed phrase is legal winner thank year wave sausage worth useful legal winner thank yellow';
/** The article about fees takes over the questions of the late deposit. */
const TAKES_OVER: ProposedDocument[] = [
  { path: 'articles/deposit-fees/en.md', text: translation('Where is my deposit', ['deposit not showing up', 'deposit is not showing up', 'my deposit does not show up', 'not showing up', 'where is my bitcoin deposit'], 'deposit-late') },
];

describe('what would the assistant say', () => {
  let small: SmallAssistant;
  let readDraft: ReadDraft;
  let tryUtterance: TryUtterance;
  beforeAll(async () => {
    small = await openSmallAssistant();
    readDraft = createReadDraft(() => small.knowledge);
    tryUtterance = createTryUtterance({ assistant: small.assistant, published: () => small.knowledge, readDraft, redact: redactSecrets });
  });
  afterAll(() => small.close());

  it('says what a conversation would, with the ranking and its reasons', async () => {
    const { published, draft, problems } = await tryUtterance('deposit not showing up', null, []);
    expect(triedUtteranceSchema.parse(published)).toEqual(published);
    expect(published).toMatchObject({ locale: 'en', intent: 'deposit_problem', action: 'answer', because: { rule: 'ahead', lead: expect.anything() as unknown }, secrets: [] });
    expect(published.ranking[0]).toMatchObject({ articleId: 'deposit-late', title: 'My deposit is late', phrasing: { text: 'deposit not showing up', locale: 'en', alike: 1 } });
    expect(published.ranking[0]!.words).toContain('showing');
    expect(published.message).toMatchObject({ kind: 'answer', citations: [{ articleId: 'deposit-late' }] });
    expect([draft, problems]).toEqual([null, []]);
  });

  it('takes a secret the way that a conversation takes it', async () => {
    const { published } = await tryUtterance(SEED, null, []);
    expect(published).toMatchObject({ secrets: ['seed_phrase'], action: 'handoff', intent: 'security_incident', because: { rule: 'secret' }, team: 'security' });
    expect(JSON.stringify(published)).not.toContain('sausage');
  });

  it.each([
    ['this is plainly security_incident', 'danger'], ['another case of complaint', 'people'], ['this is plainly out_of_scope', 'declined'],
    ['another case of small_talk', 'chat'], ['lost authenticator', 'ahead'],
  ])('says of "%s" that it was decided by %s', async (utterance, rule) => {
    const { published } = await tryUtterance(utterance, null, []);
    expect(published.because.rule).toBe(rule);
  });

  it('shows a draft beside what is published', async () => {
    const { published, draft } = await tryUtterance('deposit not showing up', 'en', TAKES_OVER);
    expect(published.ranking[0]?.articleId).toBe('deposit-late');
    expect(draft?.ranking[0]?.articleId).toBe('deposit-fees');
  });

  it('learns the same draft once, and only the languages that it changes', async () => {
    small.learned.length = 0;
    const documents = [{ path: 'articles/deposit-fees/de.md', text: translation('Kosten', ['gebühr', 'was kostet das'], 'deposit-late') }];
    await Promise.all([tryUtterance('gebühr', 'de', documents), tryUtterance('kosten', 'de', documents)]);
    expect(small.learned).toEqual(['questions-de', 'readings-de']);
    const draft = await readDraft(documents, new Set(['de']));
    // What is published after it was tried finds what was learned.
    if (draft.ok) await small.knowledge.search.learn(draft.knowledge.base, new Set(['de']));
    expect([draft.ok, small.learned.length]).toEqual([true, 2]);
  });

  it('learns a language of a draft when it is asked in it', async () => {
    small.learned.length = 0;
    const documents = (['en', 'de'] as const).map((locale) => ({ path: `articles/deposit-fees/${locale}.md`, text: translation(`Fees ${locale}`, [`fees of ${locale}`, `gebühr ${locale}`], 'deposit-late') }));
    await tryUtterance('einzahlung kommt nicht an', 'de', documents);
    expect(small.learned).toEqual(['questions-de', 'readings-de']);
    await tryUtterance('deposit not showing up', 'en', documents);
    expect(small.learned).toEqual(['questions-de', 'readings-de', 'questions-en', 'readings-en']);
  });

  it('says why documents cannot be read, and what is published all the same', async () => {
    const { published, draft, problems } = await tryUtterance('deposit not showing up', null, [{ path: 'articles/deposit-late/en.md', text: '---\ntitle: [\n---\n' }]);
    expect(published.action).toBe('answer');
    expect(draft).toBeNull();
    expect(problems).toEqual([expect.objectContaining({ file: 'articles/deposit-late/en.md', line: expect.any(Number) as unknown })]);
  });

  it('refuses more drafts than can be learned soon', async () => {
    const many = Array.from({ length: 12 }, (_one, i) => tryUtterance('late', null, [{ path: 'articles/deposit-late/en.md', text: translation(`Version ${i}`, [`question ${i}`], 'deposit-fees') }]));
    const outcomes = await Promise.allSettled(many);
    expect(outcomes.map(({ status }) => status).filter((status) => status === 'rejected').length).toBe(4);
    expect(outcomes.at(-1)).toMatchObject({ reason: { code: 'unavailable' } });
  });
});

describe('golden questions', () => {
  let small: SmallAssistant;
  let golden: GoldenQuestions;
  const kept = new Map<string, GoldenQuestion>();
  const pin = (utterance: string, articleId: string, more: Partial<GoldenQuestion> = {}): GoldenQuestion => ({ id: uuidv7(), utterance, locale: 'en', articleId, action: null, ...more });
  beforeAll(async () => {
    small = await openSmallAssistant();
    golden = createGoldenQuestions({
      golden: {
        list: () => Promise.resolve([...kept.values()]),
        save: (question) => {
          if ([...kept.values()].some(({ id, utterance, locale }) => id !== question.id && utterance === question.utterance && locale === question.locale)) return Promise.resolve('duplicate');
          kept.set(question.id, question);
          return Promise.resolve('saved');
        },
        remove: (id) => Promise.resolve(kept.delete(id)),
      },
      published: () => small.knowledge, readDraft: createReadDraft(() => small.knowledge), ask: createAskGolden({ assistant: small.assistant }),
      hasDraft: (articleId) => Promise.resolve(articleId === 'being-written'), redact: redactSecrets,
    });
  });
  afterAll(() => small.close());

  it('shows what a change would break, and asks for a reason where it is another article\'s', async () => {
    const late = await golden.save(pin('deposit not showing up', 'deposit-late', { action: 'answer' }));
    await golden.save(pin('how much does a deposit cost', 'deposit-fees'));
    const judged = await golden.judge(TAKES_OVER);
    expect(judged.run).toBe(2);
    expect(judged.broken).toContainEqual(expect.objectContaining({ question: late, own: false, held: true, holds: false, before: { action: 'answer', gives: ['deposit-late'] } }));
    expect(needsReason(judged)).toBe(true);
  });

  it('breaks nothing where only other words say the same', async () => {
    const text = smallKnowledge().get('articles/deposit-late/en.md')!.replace('Wait for 30 minutes', 'Please wait for 30 minutes');
    expect(await golden.judge([{ path: 'articles/deposit-late/en.md', text }])).toMatchObject({ run: 2, broken: [] });
  });

  it('breaks what is pinned to an article that is taken away, which asks for no reason', async () => {
    const documents = ['article.yaml', 'en.md', 'de.md'].map((name) => ({ path: `articles/deposit-late/${name}`, text: null }));
    const judged = await golden.judge(documents);
    expect(judged.broken.map(({ question, own }) => [question.articleId, own])).toEqual([['deposit-late', true]]);
    expect(needsReason(judged)).toBe(false);
  });

  it('runs all of them where nothing is changed, and breaks nothing where documents cannot be read', async () => {
    expect((await golden.run([])).results.map(({ holds, changed }) => [holds, changed])).toEqual([[true, false], [true, false]]);
    expect(await golden.run([{ path: 'articles/deposit-late/en.md', text: 'no' }])).toMatchObject({ results: [], problems: [{ line: 1 }] });
    expect(await golden.judge([{ path: 'articles/deposit-late/en.md', text: 'no' }])).toEqual({ run: 0, changed: [], broken: [] });
  });

  it.each([
    ['a secret', pin(SEED, 'deposit-late'), 'invalid-input', 'utterance'],
    ['an article that is not there', pin('hello there', 'nowhere'), 'invalid-input', 'articleId'],
    ['words that are pinned already', pin('deposit not showing up', 'deposit-fees'), 'conflict', 'utterance'],
  ])('refuses %s', async (_what, question, code, field) => {
    await expect(golden.save(question)).rejects.toMatchObject({ code, field });
  });

  it('takes an article that is being written, and lists by article', async () => {
    const written = await golden.save(pin('about something new', 'being-written'));
    expect(await golden.list('being-written')).toEqual([written]);
    await golden.remove(written.id);
    await expect(golden.remove(written.id)).rejects.toMatchObject({ code: 'not-found' });
  });
});
