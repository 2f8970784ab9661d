/**
 * What the core asks of the world. Every port but Clock, Logger and Tracer, which have nothing to get
 * wrong, has a contract suite in `test/contract/`; an implementation is finished when it passes. No port has
 * optional members.
 */
export type * from './ports/system.ts';
export type * from './ports/conversations.ts';
export type * from './ports/supervision.ts';
export type * from './ports/read-marks.ts';
export type * from './ports/agents.ts';
export type * from './ports/sessions.ts';
export type * from './ports/factors.ts';
export type * from './ports/settings.ts';
export type * from './ports/presence.ts';
export type * from './ports/macros.ts';
export type * from './ports/attachments.ts';
export type * from './ports/audit.ts';
export type * from './ports/search.ts';
export type * from './ports/leases.ts';
export type * from './ports/storage.ts';
export type * from './ports/attempts.ts';
export type * from './ports/doorbell.ts';
export type * from './ports/documents.ts';
export type * from './ports/golden.ts';
export type * from './ports/help-votes.ts';
export type * from './ports/images.ts';
export type * from './ports/questions.ts';
export type * from './ports/models.ts';
