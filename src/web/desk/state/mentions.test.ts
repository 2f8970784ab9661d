import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keptMentions, mentionable } from './mentions.ts';
import { aConversation, aMe, ownedBy } from './testing.ts';

const who = (id: string, overrides: Parameters<typeof aMe>[0] = {}) => aMe({ id, name: id, ...overrides });

describe('mentionable', () => {
  it('offers who reads the conversation, its owner first, then who is there', () => {
    const colleagues = [who('zoe'), who('bo', { teams: ['account'] }), who('cy'), who('di', { teams: [], role: 'supervisor' }), who('me')];
    const conversation = aConversation(ownedBy('zoe'));
    expect(mentionable(colleagues, conversation, new Map([['di', 'available']]), who('me')).map(({ id }) => id)).toEqual(['zoe', 'di', 'cy']);
  });
});

describe('keptMentions', () => {
  const ana = { id: '1', name: 'Ana' };
  const anabel = { id: '2', name: 'Anabel' };

  it('keeps who is still called', () => {
    expect(keptMentions('@Ana please look', [ana, anabel])).toEqual([ana]);
    expect(keptMentions('please look', [ana])).toEqual([]);
  });

  it('does not take a longer name for a shorter one', () => {
    expect(keptMentions('@Anabel, look', [ana, anabel])).toEqual([anabel]);
    expect(keptMentions('@Anabel and @Ana', [ana, anabel])).toEqual([ana, anabel]);
    expect(keptMentions('@Anabel and Ana', [ana])).toEqual([]);
    expect(keptMentions('@Anabel and @Ana', [ana])).toEqual([ana]);
    expect(keptMentions('@Ana请看', [ana])).toEqual([ana]);
  });

  it('keeps everybody whose name stands between spaces', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[A-Z][a-z]{1,6}$/), { maxLength: 6 });
    fc.assert(fc.property(names, (chosen) => {
      const mentions = chosen.map((name) => ({ id: name, name }));
      expect(keptMentions(chosen.map((name) => `@${name}`).join(' '), mentions)).toEqual(mentions);
    }));
  });
});
