import { createContext, Fragment, useContext } from 'react';
import { splitMentions } from '../state/split-mentions.ts';

/** Names that are marked where a text calls them. */
export const MentionedNames = createContext<readonly string[]>([]);

/** A text in which whoever is called stands out. */
export function MentionedText({ text }: { text: string }) {
  const names = useContext(MentionedNames);
  if (names.length === 0) return text;
  return splitMentions(text, names).map((part, index) => (
    part.kind === 'mention' ? <bdi key={index} className="mention">{part.text}</bdi> : <Fragment key={index}>{part.text}</Fragment>
  ));
}
