/** The teams of people behind the assistant. Each has its queue. */
export const TEAMS = ['security', 'fraud', 'payments', 'trading', 'compliance', 'technical', 'account', 'general'] as const;
export type Team = (typeof TEAMS)[number];
