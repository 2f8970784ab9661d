/**
 * What a contact may write by mistake and nobody may keep. In the order in which one of them names a
 * text that is several at once.
 */
export const SECRET_KINDS = ['seed_phrase', 'private_key', 'password', 'one_time_code', 'api_secret', 'card_number'] as const;
export type SecretKind = (typeof SECRET_KINDS)[number];

/** A secret in a text: its place in UTF-16 code units, `end` excluded. */
export interface FoundSecret {
  readonly kind: SecretKind;
  readonly start: number;
  readonly end: number;
  /** The rule that found it, for logs and reports; never a part of the secret. */
  readonly reason: string;
}

/** What stands in a stored text where a secret stood. */
export type SecretMarker = `⟦${SecretKind}⟧`;

/** Begins every marker, and stands nowhere else in a text that was redacted. */
export const SECRET_MARKER_START = '⟦';

export function secretMarker(kind: SecretKind): SecretMarker {
  return `⟦${kind}⟧`;
}

/** A text without its secrets, markers in their places, and what they were; the same text where there are none. */
export type Redact = (text: string) => { readonly text: string; readonly kinds: readonly SecretKind[] };

const MARKER = new RegExp(`⟦(${SECRET_KINDS.join('|')})⟧`);

/** A text in parts, in order, for a front-end that draws a marker as what it means; no part is empty. */
export function splitMarkers(text: string): readonly (string | { readonly kind: SecretKind })[] {
  // A pattern with one group splits into texts and kinds by turns.
  return text.split(MARKER).flatMap((part, i) => (i % 2 === 1 ? { kind: part as SecretKind } : part || []));
}

const EVERY_MARKER = new RegExp(MARKER, 'g');

/** The text with something else of the same length in place of each marker, for those who must not read the marker's words. */
export function coverMarkers(text: string, cover: string): string {
  return text.includes('⟦') ? text.replace(EVERY_MARKER, (marker) => cover.repeat(marker.length)) : text;
}
