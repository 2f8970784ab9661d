import { CircleAlert } from 'lucide-react';
import type { RequestError } from '../../../staff/connection/request.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';

/** Why the server refused a form, where none of its fields can say it. */
export function FormAlert({ problem, fields }: { problem: RequestError | null; fields: readonly string[] }) {
  const { t } = usePreferences();
  const isTold = problem?.field !== undefined && fields.includes(problem.field);
  return (
    <div role="alert">
      {problem && !isTold && <p className="form-alert"><CircleAlert size={16} aria-hidden />{t([`settings.people.errors.${problem.code}.${problem.field ?? 'any'}`, `errors.${problem.code}`, 'errors.internal'])}</p>}
    </div>
  );
}
