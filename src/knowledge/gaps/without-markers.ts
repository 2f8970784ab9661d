/** What stands in the place of something secret or private. */
const MARKERS = /⟨[^⟨⟩]*⟩|⟦[^⟦⟧]*⟧/g;

/** A text as others would ask it: without what was covered in it, and without the gaps that this leaves. */
export function withoutMarkers(text: string): string {
  return text.replace(MARKERS, ' ').replace(/\s+/g, ' ').replace(/ (?=[,.;:!?，。！？、])/gu, '').trim();
}
