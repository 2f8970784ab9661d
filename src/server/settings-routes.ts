import type { People, Person } from '../desk/manage-people.ts';
import type { SettingsSaver } from '../desk/save-settings.ts';
import { AppError } from '../domain/errors.ts';
import type { DeskSettingsStore } from '../ports.ts';
import { viewAgent } from './desk-views.ts';
import type { MountRoute } from './http/mount-route.ts';

export function mountSettingsRoutes(mount: MountRoute, { people, settings, deskSettings }: {
  people: People;
  settings: Pick<SettingsSaver, 'save'>;
  deskSettings: Pick<DeskSettingsStore, 'refresh'>;
}): void {
  mount('listPeople', async () => ({ people: (await people.list()).map(viewPerson) }));

  mount('createPerson', async ({ body: { password, ...form } }, { note }) => {
    const person = viewPerson(await people.create(form, password));
    note({ subject: person.agent.id, details: { role: form.role } });
    return { person };
  });

  mount('changePerson', async ({ agent, params, body }) => ({ person: viewPerson(await people.change(agent, params.agentId, body)) }));

  mount('setPersonPassword', async ({ params, body }) => {
    await people.setPassword(params.agentId, body.password);
    return {};
  });

  mount('getDeskSettings', () => deskSettings.refresh());

  mount('saveDeskSettings', async ({ body }, { note }) => {
    const saved = await settings.save(body.settings, body.version);
    if (saved === 'conflict') throw new AppError('conflict', 'somebody saved the settings meanwhile; read them again', { field: 'version' });
    note({ details: { version: saved.version } });
    return saved;
  });
}

function viewPerson({ agent, status, load }: Person) {
  return { agent: { ...viewAgent(agent), createdAt: agent.createdAt }, status, load };
}
