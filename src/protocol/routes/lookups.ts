import * as z from 'zod';
import { explorersSchema } from '../../domain/explorers.ts';
import { TEAMS } from '../../domain/teams.ts';
import type { Route } from './route.ts';

/** What agents look up beside a conversation. */
export const LOOKUP_ROUTES = {
  listDestinations: {
    method: 'get', path: '/api/desk/destinations', access: 'conversations.handle',
    summary: 'How many wait for each team, and how many conversations each agent has. Who is there is told over the socket.',
    response: z.object({
      teams: z.array(z.object({
        team: z.enum(TEAMS),
        waiting: z.int(),
        since: z.int().nullable().describe('Since when the first of them waits, ms since the epoch; null where nobody does.'),
      })),
      agents: z.array(z.object({ agentId: z.string(), load: z.int().describe('Open conversations, without those put aside.') })),
    }),
  },
  listExplorers: {
    method: 'get', path: '/api/desk/explorers', access: 'conversations.handle',
    summary: 'Sites that show transactions and addresses, by network; `{id}` in a link stands for what is looked up.',
    response: z.object({ explorers: explorersSchema }),
  },
} as const satisfies Record<string, Route>;
