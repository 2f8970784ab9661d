import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareFacts } from './compare-facts.ts';

const SOURCE = 'Wait 30 minutes on the [page]({{exchange.feesUrl}}), or ask {{exchange.name}}.\n\n1. One.\n2. Two.\n\n## More\n- **Never** share 2 things.\n- Read [this](article:other).';
const compare = (body: string): unknown[] => compareFacts({ body: SOURCE }, { body });

describe('the facts of a translation', () => {
  it('are the same where only the words differ', () => {
    expect(compare('{{ exchange.name }}: auf der [Seite]({{exchange.feesUrl}}) ٣٠ Minuten warten, {{exchange.name}} fragen.\n\n1. Eins.\n2) Zwei.\n\n## Mehr\n* **Nie** 2 Dinge teilen.\n* [Dies](article:other) lesen.')).toEqual([]);
  });

  it('name the numbers, links and variables that are missing or too much', () => {
    expect(compare(SOURCE.replace('30', '40').replace('article:other', 'article:else').replace('{{exchange.name}}', '{{exchange.site}}'))).toEqual([
      { kind: 'numbers', missing: ['30'], extra: ['40'] },
      { kind: 'links', missing: ['article:other'], extra: ['article:else'] },
      { kind: 'variables', missing: ['exchange.name'], extra: ['exchange.site'] },
    ]);
  });

  it('count steps, points and warnings by section', () => {
    expect(compare(SOURCE.replace('2. Two.\n', '').replace('**Never**', 'Never').replace('- Read', 'Read'))).toEqual([
      { kind: 'steps', section: 0, source: 2, translation: 1 },
      { kind: 'points', section: 1, source: 2, translation: 1 },
      { kind: 'warnings', section: 1, source: 1, translation: 0 },
    ]);
  });

  it('compare no section with another one', () => {
    expect(compare(SOURCE.replace('## More', 'More'))).toEqual([{ kind: 'sections', section: null, source: 1, translation: 0 }]);
  });

  it('never differ from themselves, and differ both ways or not at all', () => {
    const body = fc.array(fc.constantFrom('1. ', '- ', '## a\n', '**b** ', '30 ', '[x](article:y) ', '{{exchange.name}} ', 'word ', '\n'), { maxLength: 20 }).map((parts) => parts.join(''));
    fc.assert(fc.property(body, body, (a, b) => {
      expect(compareFacts({ body: a }, { body: a })).toEqual([]);
      expect(compareFacts({ body: a }, { body: b }).map(({ kind }) => kind)).toEqual(compareFacts({ body: b }, { body: a }).map(({ kind }) => kind));
    }));
  });
});
