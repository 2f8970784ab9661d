/**
 * The smallest parts of an answer that can be judged. `raw` is what would be shown; joined again, the
 * atoms are the text.
 */
export type Atom =
  | { readonly kind: 'space' | 'mark' | 'word' | 'number' | 'glyph'; readonly raw: string }
  | { readonly kind: 'citation'; readonly raw: string; readonly numbers: readonly number[] }
  | { readonly kind: 'link'; readonly raw: string; readonly text: string; readonly target: string }
  /** What no answer has: images, HTML, escapes, endless words. */
  | { readonly kind: 'markup'; readonly raw: string };
