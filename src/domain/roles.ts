/**
 * Who may do what on the desk: one table, asked through `allows()` and nowhere else.
 * What an agent may do to a conversation because of owning it is decided in `ownership.ts`.
 */
export const ROLES = ['agent', 'supervisor', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const PERMISSIONS = [
  'conversations.read-own-teams',
  'conversations.read-all',
  'conversations.handle',
  'conversations.oversee',
  'conversations.report',
  'desk.configure',
  'knowledge.read',
  'knowledge.edit',
  'agents.manage',
  'audit.read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const GRANTS: Record<Role, readonly Permission[]> = {
  agent: ['conversations.read-own-teams', 'conversations.handle', 'knowledge.read'],
  supervisor: ['conversations.read-own-teams', 'conversations.read-all', 'conversations.handle', 'conversations.oversee', 'conversations.report', 'desk.configure', 'knowledge.read'],
  editor: ['knowledge.read', 'knowledge.edit'],
  admin: PERMISSIONS,
};

/** Roles with which somebody could do much harm: the password alone does not open the desk to them. */
const WITH_SECOND_FACTOR: readonly Role[] = ['supervisor', 'admin'];

export function needsSecondFactor(role: Role): boolean {
  return WITH_SECOND_FACTOR.includes(role);
}

export function allows(role: Role, permission: Permission): boolean {
  return GRANTS[role].includes(permission);
}
