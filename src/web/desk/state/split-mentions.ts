export interface MentionPart { readonly kind: 'text' | 'mention'; readonly text: string }

/** A text in parts, `@Name` of each of these names as one of its own; joined again they are the text. The longest name wins. */
export function splitMentions(text: string, names: readonly string[]): MentionPart[] {
  if (names.length === 0 || !text.includes('@')) return text === '' ? [] : [{ kind: 'text', text }];
  const longestFirst = [...names].sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // Ana is not called by "@Anabel"; in Chinese the next word follows without a space.
  const call = new RegExp(`(@(?:${longestFirst.join('|')})(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}_]))`, 'u');
  return text.split(call).flatMap((part, index): MentionPart[] => (part === '' ? [] : [{ kind: index % 2 === 1 ? 'mention' : 'text', text: part }]));
}
