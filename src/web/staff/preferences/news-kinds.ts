/** What an agent is told of who looks elsewhere, and may mute. */
export const NEWS_KINDS = ['critical', 'mine', 'mention', 'thread', 'sla'] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];
