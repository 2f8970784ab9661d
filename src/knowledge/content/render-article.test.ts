import { describe, expect, it } from '@jest/globals';
import type { Translation } from '../../domain/article.ts';
import { renderArticle } from './render-article.ts';

const TRANSLATION: Translation = {
  articleId: 'deposit-late', locale: 'en', revision: '0', title: 'Deposits at {{exchange.name}}', summary: 'Wait.', phrasings: [], calmPhrasings: [],
  body: 'Look at [the fees]({{exchange.feesUrl}}) and [this](article:deposit-fees).\n\n1. Wait.\n\n## What to check\nThe [coin](article:gone).\n\n## When to write\n{{ exchange.name }} {{exchange.unknown}}',
};

describe('rendering an article', () => {
  const rendered = renderArticle(TRANSLATION, {
    exchange: { name: 'Acme', feesUrl: 'https://acme.example/fees' },
    resolveArticle: (id) => (id === 'gone' ? undefined : `/help/en/${id}`),
  });

  it('fills in the exchange and resolves links', () => {
    expect(rendered.title).toBe('Deposits at Acme');
    expect(rendered.answer).toBe('Look at [the fees](https://acme.example/fees) and [this](/help/en/deposit-fees).\n\n1. Wait.');
  });

  it('splits the answer from the sections', () => {
    expect(rendered.sections.map(({ heading }) => heading)).toEqual(['What to check', 'When to write']);
  });

  it('keeps the words of a link that leads nowhere', () => {
    expect(rendered.sections[0]?.body).toBe('The coin.');
  });

  it('leaves an unknown variable as it is written', () => {
    expect(rendered.sections[1]?.body).toBe('Acme {{exchange.unknown}}');
  });
});
