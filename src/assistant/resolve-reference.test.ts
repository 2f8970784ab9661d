import { describe, expect, it } from '@jest/globals';
import type { Entity, EntityKind } from '../domain/entities.ts';
import type { Locale } from '../domain/locales.ts';
import { createReadCues } from './read-cues.ts';
import { NO_CONTEXT, type Context } from './read-context.ts';
import { resolveReference } from './resolve-reference.ts';

const readCues = createReadCues({
  en: { yes: ['yes', 'ok', 'please do'], no: ['no', 'not that'], first: ['first', 'the top one'], second: ['second one', 'second'], last: ['last one'], 'none-of-these': ['none of these'], unsolved: ['still not working', 'did not help'], solved: ['works now'] },
  ja: { second: ['二番目', '2つ目'], unsolved: ['まだダメ'] },
});
const CHOICES = [{ articleId: 'a', title: 'My deposit is late' }, { articleId: 'b', title: 'What depositing costs' }, { articleId: 'c', title: 'Fees' }];
const entity = (kind: EntityKind): Entity => ({ kind, text: 'x', start: 0, value: 'x', confidence: 1 });

function resolve(text: string, context: Partial<Context>, { locale = 'en', entities = [] }: { locale?: Locale; entities?: Entity[] } = {}) {
  return resolveReference(text, { cues: readCues(text, locale), entities }, { ...NO_CONTEXT, ...context });
}

describe('what an utterance refers to', () => {
  it.each([['2', 'b'], ['number 2 please', 'b'], ['２', 'b'], ['the second one', 'b'], ['the top one', 'a'], ['last one', 'c'], ['what depositing costs?', 'b'], ['1.', 'a']])('takes %j as a pick among choices', (text, articleId) => {
    expect(resolve(text, { choices: CHOICES })).toEqual({ kind: 'choice', articleId });
  });

  it('takes a pick in another language, where words are not spaced', () => {
    expect(resolve('二番目です', { choices: CHOICES }, { locale: 'ja' })).toEqual({ kind: 'choice', articleId: 'b' });
  });

  it('asks which one where a bare yes fits several, and takes the only one', () => {
    expect(resolve('yes', { choices: CHOICES })).toEqual({ kind: 'which-choice' });
    expect(resolve('yes', { choices: CHOICES.slice(0, 1) })).toEqual({ kind: 'choice', articleId: 'a' });
  });

  it('hears that none of them is it', () => {
    expect(resolve('none of these', { choices: CHOICES })).toEqual({ kind: 'none-of-these' });
    expect(resolve('no', { choices: CHOICES })).toEqual({ kind: 'none-of-these' });
  });

  it('takes no number for a pick where nothing was offered, or where it counts something', () => {
    expect(resolve('2', {})).toBeUndefined();
    expect(resolve('I sent 2 BTC to my friend an hour ago', { choices: CHOICES })).toBeUndefined();
  });

  it('takes yes and no as the answer to the offer of a person', () => {
    expect(resolve('ok', { personOffered: true })).toEqual({ kind: 'accepts-person' });
    expect(resolve('no', { personOffered: true })).toEqual({ kind: 'refuses-person' });
    expect(resolve('yes', {})).toBeUndefined();
  });

  it('hears that an answer did not help, and that it did', () => {
    expect(resolve('still not working', { question: 'q' })).toEqual({ kind: 'unsolved' });
    expect(resolve('まだダメです', { question: 'q' }, { locale: 'ja' })).toEqual({ kind: 'unsolved' });
    expect(resolve('works now', { question: 'q' })).toEqual({ kind: 'solved' });
    expect(resolve('no', { question: 'q', wasAnswered: true })).toEqual({ kind: 'unsolved' });
    expect(resolve('still not working', {})).toBeUndefined();
  });

  it('reads a bare fact with the question before it, and asks about a code that has none', () => {
    expect(resolve('4e3b', { question: 'q' }, { entities: [entity('transaction')] })).toEqual({ kind: 'addition' });
    expect(resolve('4e3b', {}, { entities: [entity('transaction')] })).toEqual({ kind: 'bare-code' });
    expect(resolve('usdt', {}, { entities: [entity('coin')] })).toBeUndefined();
  });

  it('leaves alone what stands for itself', () => {
    expect(resolve('how do I close my account and get all of my data', { question: 'q', wasAnswered: true, choices: CHOICES })).toBeUndefined();
  });
});
