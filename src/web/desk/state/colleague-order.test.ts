import { describe, expect, it } from '@jest/globals';
import { orderColleagues } from './colleague-order.ts';
import { aConversation, aMe, ownedBy } from './testing.ts';

describe('orderColleagues', () => {
  it('offers the team\'s people who speak the language first, and not the one who has it', () => {
    const colleagues = [
      aMe({ id: 'stranger', name: 'A', teams: ['trading'], locales: ['en'] }),
      aMe({ id: 'speaks', name: 'B', teams: ['trading'], locales: ['ar'] }),
      aMe({ id: 'team', name: 'C', teams: ['security'], locales: ['en'] }),
      aMe({ id: 'best', name: 'D', teams: ['security'], locales: ['ar'] }),
      aMe({ id: 'owner', name: 'E', teams: ['security'], locales: ['ar'] }),
    ];
    const ordered = orderColleagues(colleagues, aConversation({ ...ownedBy('owner'), locale: 'ar' }));
    expect(ordered.map(({ id }) => id)).toEqual(['best', 'team', 'speaks', 'stranger']);
  });
});
