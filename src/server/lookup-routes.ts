import { TEAMS } from '../domain/teams.ts';
import type { ConversationStore, DeskSettingsStore } from '../ports.ts';
import type { MountRoute } from './http/mount-route.ts';

export function mountLookupRoutes(mount: MountRoute, { conversations, deskSettings }: {
  conversations: Pick<ConversationStore, 'countWaiting' | 'countOwned'>;
  deskSettings: Pick<DeskSettingsStore, 'current'>;
}): void {
  mount('listDestinations', async () => {
    const [waiting, owned] = await Promise.all([conversations.countWaiting(), conversations.countOwned()]);
    return {
      teams: TEAMS.map((team) => {
        const mine = waiting.filter((one) => one.team === team);
        return { team, waiting: mine.reduce((sum, { count }) => sum + count, 0), since: mine.length === 0 ? null : Math.min(...mine.map(({ since }) => since)) };
      }),
      agents: [...owned].map(([agentId, load]) => ({ agentId, load })),
    };
  });

  mount('listExplorers', () => ({ explorers: deskSettings.current().settings.explorers }));
}
