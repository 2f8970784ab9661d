import { useCallback, useState } from 'react';
import { RequestError } from '../../../staff/connection/request.ts';
import { useDeskApi } from '../../connection/desk-context.tsx';
import { showNotice } from '../../../staff/controls/toasts.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { useResource } from '../use-resource.ts';
import type { Person, PersonChange } from './person.ts';

/** How often it is looked how much everybody has to do. */
const EVERY_MS = 10_000;

/** Everybody, and changing them at once: what is changed stands there before the server has answered, and goes back if it refuses. */
export function usePeople() {
  const { t } = usePreferences();
  const api = useDeskApi();
  const { value, failed, reload } = useResource(api.listPeople, EVERY_MS);
  const [pending, setPending] = useState<ReadonlyMap<string, PersonChange>>(new Map());

  const change = useCallback(async (person: Person, changed: PersonChange): Promise<RequestError | null> => {
    const { id } = person.agent;
    setPending((before) => new Map(before).set(id, { ...before.get(id), ...changed }));
    try {
      await api.changePerson(id, changed);
      reload();
      return null;
    } catch (error) {
      return error instanceof RequestError ? error : new RequestError('internal', String(error));
    } finally {
      setPending((before) => {
        const left = new Map(before);
        left.delete(id);
        return left;
      });
    }
  }, [api, reload]);

  /** The same, where a refusal has no form in which it could be told. */
  const changeNow = useCallback(async (person: Person, changed: PersonChange): Promise<void> => {
    const error = await change(person, changed);
    if (error) showNotice('problem', t([`settings.people.errors.${error.code}.${error.field ?? 'any'}`, `errors.${error.code}`, 'errors.internal'], { name: person.agent.name }));
  }, [change, t]);

  const people = value?.people.map((person) => withPending(person, pending.get(person.agent.id))) ?? null;
  return { people, failed, reload, change, changeNow };
}

function withPending(person: Person, changed: PersonChange | undefined): Person {
  if (!changed) return person;
  const given = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined));
  return { ...person, agent: { ...person.agent, ...given } };
}
