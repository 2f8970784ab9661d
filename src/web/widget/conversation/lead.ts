import type { Block, Inline } from '../../shared/markdown.ts';

/** A first sentence longer than this is no headline; then nothing is set apart. */
const LONGEST_LEAD = 180;
/** Shorter than this it is rather an abbreviation or a number that ended than a sentence. */
const SHORTEST_LEAD = 6;
const SENTENCE_END = /[.!?؟。！？।](?=\s|$)|[。！？]/g;

/**
 * Sets the first sentence of an answer apart, so that it is read at a glance. Only of an answer that
 * goes on, and only where the sentence ends in plain text of the first paragraph.
 */
export function emphasiseLead(blocks: readonly Block[]): readonly Block[] {
  const [first, ...rest] = blocks;
  if (first?.type !== 'paragraph') return blocks;
  const [lead, remainder] = splitLead(first.inlines);
  if (lead.length === 0 || (remainder.length === 0 && rest.length === 0)) return blocks;
  return [{ type: 'paragraph', inlines: [{ type: 'strong', inlines: lead }, ...remainder] }, ...rest];
}

function splitLead(inlines: readonly Inline[]): [lead: readonly Inline[], remainder: readonly Inline[]] {
  let length = 0;
  for (const [i, inline] of inlines.entries()) {
    const end = inline.type === 'text' ? sentenceEnd(inline.text, SHORTEST_LEAD - length) : undefined;
    if (inline.type === 'text' && end !== undefined && length + end <= LONGEST_LEAD) {
      const [before, after] = [inline.text.slice(0, end), inline.text.slice(end)];
      return [[...inlines.slice(0, i), { type: 'text', text: before }], [...(after === '' ? [] : [{ type: 'text' as const, text: after }]), ...inlines.slice(i + 1)]];
    }
    length += lengthOf(inline);
    if (inline.type === 'break' || length > LONGEST_LEAD) return [[], inlines];
  }
  return [[], inlines];
}

function sentenceEnd(text: string, shortest: number): number | undefined {
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    if (end >= shortest) return end;
  }
  return undefined;
}

function lengthOf(inline: Inline): number {
  if (inline.type === 'break') return 0;
  return 'inlines' in inline ? inline.inlines.reduce((sum, part) => sum + lengthOf(part), 0) : inline.text.length;
}
