import type { Selectable } from 'kysely';
import type { Draft, Publication, Revision } from '../../ports.ts';
import type { DocumentDraftTable, DocumentRevisionTable, PublicationTable } from './schema.ts';

/** Documents as their tables have them, and back. */
export function revisionFromRow(row: Selectable<DocumentRevisionTable>): Revision {
  return { ...revisionMarkFromRow(row), text: row.text };
}

export function revisionMarkFromRow(row: Omit<Selectable<DocumentRevisionTable>, 'text'>): Omit<Revision, 'text'> {
  return {
    path: row.path, number: row.number, kind: row.kind as Revision['kind'],
    editor: { id: row.editor_id, name: row.editor_name }, at: row.at, publicationId: row.publication_id,
  };
}

export function draftFromRow(row: Selectable<DocumentDraftTable>): Draft {
  return {
    path: row.path, text: row.text, base: row.base, version: row.version, state: row.state as Draft['state'], publishAt: row.publish_at,
    returned: row.returned as Draft['returned'], editor: { id: row.editor_id, name: row.editor_name }, updatedAt: row.updated_at,
  };
}

export function draftToRow(draft: Draft): Omit<DocumentDraftTable, 'kept_at'> {
  return {
    path: draft.path, text: draft.text, base: draft.base, version: draft.version, state: draft.state, publish_at: draft.publishAt,
    returned: draft.returned, editor_id: draft.editor.id, editor_name: draft.editor.name, updated_at: draft.updatedAt,
  };
}

export function publicationFromRow(row: Selectable<PublicationTable>): Publication {
  return {
    id: row.id, kind: row.kind as Publication['kind'], editor: { id: row.editor_id, name: row.editor_name }, note: row.note, at: row.at,
    changes: JSON.parse(row.changes) as Publication['changes'],
  };
}
