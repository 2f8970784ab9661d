import type { PresenceStatus } from '../../../domain/presence.ts';
import { mayRead } from '../../../domain/access.ts';
import { isLetter } from './typed-trigger.ts';
import type { Colleague, DeskConversation, Me } from './model.ts';

/** Somebody whom a note calls by `@Name`. */
export interface Mention { readonly id: string; readonly name: string }

/** Colleagues whom a note may call: who reads the conversation, those who are there first. */
export function mentionable(colleagues: readonly Colleague[], conversation: DeskConversation, presence: ReadonlyMap<string, PresenceStatus>, me: Pick<Me, 'id'>): Colleague[] {
  const { owner } = conversation;
  const rank = ({ id }: Colleague): number => (owner.kind === 'agent' && owner.agentId === id ? 0 : presence.get(id) === 'available' ? 1 : presence.get(id) === 'away' ? 2 : 3);
  return colleagues.filter((one) => one.id !== me.id && mayRead(one, conversation)).sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

/** Of those who were picked, those whose name still stands in the text. Ana is not called by "@Anabel". */
export function keptMentions(text: string, mentions: readonly Mention[]): Mention[] {
  const longerFirst = [...mentions].sort((a, b) => b.name.length - a.name.length);
  let left = text;
  const kept = longerFirst.filter(({ name }) => {
    const called = `@${name}`;
    const at = findWhole(left, called);
    if (at === -1) return false;
    left = left.slice(0, at) + ' '.repeat(called.length) + left.slice(at + called.length);
    return true;
  });
  return mentions.filter((mention) => kept.includes(mention));
}

/** Where the words stand with no letter after them; −1 for nowhere. */
function findWhole(text: string, words: string): number {
  let at = text.indexOf(words);
  while (at !== -1 && isLetter(text[at + words.length])) at = text.indexOf(words, at + 1);
  return at;
}
