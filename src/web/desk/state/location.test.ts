import { describe, expect, it } from '@jest/globals';
import { pathTo, readLocation } from './location.ts';
import { VIEWS } from './views.ts';

const at = (url: string) => readLocation(new URL(url, 'https://desk.example'));

describe('location', () => {
  it('reads back every place that it writes', () => {
    for (const view of VIEWS) {
      for (const conversationId of [null, '0198c0de-0000-7000-8000-000000000001']) {
        expect(at(pathTo(view, conversationId))).toEqual({ page: 'desk', view, conversationId });
      }
    }
  });

  it('finds the invitation in the fragment, which no server sees', () => {
    expect(at('/desk/set-up#abc-123')).toEqual({ page: 'set-up', invitation: 'abc-123' });
  });

  it('takes an unknown view for the queue', () => {
    expect(at('/desk?view=nonsense')).toEqual({ page: 'desk', view: 'queue', conversationId: null });
  });
});
