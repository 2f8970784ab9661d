import { joinMerged, mergeTexts, type MergedPiece } from '../../../domain/documents/merge-texts.ts';
import type { Synced } from './draft-backup.ts';

export type Reconciled =
  /** On top of what the server has; text and `synced.text` differ where there is something to save. */
  | { readonly kind: 'agreed'; readonly synced: Synced; readonly text: string | null }
  | { readonly kind: 'clash'; readonly pieces: readonly MergedPiece[] };

/** Takes what the server has together with what is not saved yet here. @param synced what both began from. */
export function reconcile(synced: Synced, mine: string | null, server: Synced): Reconciled {
  if (mine === synced.text) return { kind: 'agreed', synced: server, text: server.text };
  if (server.text === synced.text) return { kind: 'agreed', synced: server, text: mine };
  const pieces = mergeTexts(synced.text ?? '', mine ?? '', server.text ?? '');
  const text = joinMerged(pieces);
  return text === undefined ? { kind: 'clash', pieces } : { kind: 'agreed', synced: server, text };
}
