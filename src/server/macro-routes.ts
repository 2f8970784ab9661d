import type { Macros } from '../desk/macros.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { MountRoute } from './http/mount-route.ts';

export function mountMacroRoutes(mount: MountRoute, { macros, knowledge }: { macros: Macros; knowledge: () => Knowledge }): void {
  mount('listMacros', async ({ agent }) => ({ macros: await macros.list(agent), exchange: knowledge().base.exchange['name'] ?? '' }));

  mount('saveMacro', async ({ params, body }) => ({ macro: await macros.save({ ...body, id: params.macroId }) }));

  mount('removeMacro', async ({ params }) => {
    await macros.remove(params.macroId);
    return {};
  });
}
