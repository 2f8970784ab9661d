import { SECRET_KINDS, secretMarker, splitMarkers } from '../../../domain/secrets.ts';

/** Lists and stories cut texts to a length, and may cut a marker with them. */
const CUT_MARKER = /⟦([a-z_]*)…$/;

/** A text in parts, a marker as the kind of secret that it stands for; also one of which only the beginning is left. */
export function splitMarked(text: string): ReturnType<typeof splitMarkers> {
  return splitMarkers(text.replace(CUT_MARKER, (_cut, begun: string) => {
    const [kind, ...others] = SECRET_KINDS.filter((one) => one.startsWith(begun));
    return kind && others.length === 0 ? `${secretMarker(kind)}…` : '…';
  }));
}
