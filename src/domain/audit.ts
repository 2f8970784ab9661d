/**
 * What is written down for good: who did what that touches accounts, contacts' data, settings or what
 * the assistant says. One name an action; the desk's phrase is `audit.actions.<name>`.
 */
export const AUDIT_ACTIONS = [
  'agent.set-up', 'agent.signed-in', 'agent.sign-in-failed', 'agent.locked-out', 'agent.signed-out', 'session.revoked',
  'factor.added', 'factor.removed', 'factor.failed',
  'agent.created', 'agent.changed', 'agent.password-set',
  'settings.saved', 'macro.saved', 'macro.removed',
  'knowledge.published', 'knowledge.reverted', 'exchange.saved',
  'contact.revealed', 'contact.exported', 'contact.erased', 'conversations.exported', 'transcript.downloaded',
  'export.asked', 'export.approved', 'export.refused',
  'retention.erased', 'channels.saved',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export type AuditActor =
  | { readonly kind: 'agent'; readonly id: string; readonly name: string }
  /** Somebody who is not signed in, as far as is known: the e-mail that was typed. */
  | { readonly kind: 'unknown'; readonly id: null; readonly name: string }
  /** The product itself, or a command on its machine. */
  | { readonly kind: 'system'; readonly id: null; readonly name: string };

/** What is to be written down. Never with a contact's text, a password, a token or a secret. */
export interface NewAuditEntry {
  readonly action: AuditAction;
  readonly actor: AuditActor;
  /** What it was done to: the id of an agent, a conversation, a contact, a publication; null where that is plain. */
  readonly subject: string | null;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

export interface AuditEntry extends NewAuditEntry {
  /** Counted from 1, without a gap. */
  readonly seq: number;
  readonly at: number;
  /** Hash of the entry before; 64 zeros before the first. */
  readonly previous: string;
  /** Hex of the SHA-256 of this entry with `previous` in it. */
  readonly hash: string;
}

export const FIRST_PREVIOUS = '0'.repeat(64);

/** The words that are hashed: the same for the same entry, whatever the order of its details. */
export function auditText({ seq, at, actor, action, subject, details, previous }: Omit<AuditEntry, 'hash'>): string {
  const sorted = Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([seq, at, actor.kind, actor.id, actor.name, action, subject, sorted, previous]);
}
