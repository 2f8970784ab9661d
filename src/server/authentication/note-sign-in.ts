import type { Agent } from '../../domain/agent.ts';
import type { AuditAction, AuditActor, NewAuditEntry } from '../../domain/audit.ts';
import type { AuditStore, Visit } from '../../ports.ts';

/** Writes down what happened when somebody came to the door, and from where. Durable when it resolves. */
export type NoteSignIn = (action: AuditAction, actor: AuditActor, visit: Visit, details?: NewAuditEntry['details']) => Promise<void>;

export function createNoteSignIn(audit: Pick<AuditStore, 'append'>): NoteSignIn {
  return async (action, actor, { address, device }, details = {}) => {
    await audit.append({ action, actor, subject: actor.id, details: { ...details, address, device } });
  };
}

export function namedActor({ id, name }: Pick<Agent, 'id' | 'name'>): AuditActor {
  return { kind: 'agent', id, name };
}

/** Somebody of whom only is known what they typed. */
export function unknownActor(email: string): AuditActor {
  return { kind: 'unknown', id: null, name: email };
}
