import { useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { FormDialog } from '../../staff/controls/form-dialog.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { fromLocalInput, toLocalInput } from '../state/local-input.ts';

const HOUR_MS = 3_600_000;

/** When drafts go out by themselves, by the clock of whoever schedules them. */
export function ScheduleDialog({ onClose, onChoose }: { onClose: () => void; onChoose: (at: number) => void }) {
  const { t } = usePreferences();
  const [typed, setTyped] = useState(() => toLocalInput(Math.ceil((Date.now() + HOUR_MS) / HOUR_MS) * HOUR_MS));
  const [isPast, setPast] = useState(false);
  function choose(): void {
    const at = fromLocalInput(typed);
    if (at === null || at <= Date.now()) setPast(true);
    else onChoose(at);
  }
  return (
    <FormDialog title={t('editor.schedule.title')} onClose={onClose}>
      <Form className="settings-form" onSubmit={(event) => { event.preventDefault(); choose(); }}>
        <div className="field">
          <label htmlFor="publish-at">{t('editor.schedule.at', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}</label>
          <input id="publish-at" type="datetime-local" value={typed} min={toLocalInput(Date.now())} required aria-invalid={isPast} aria-describedby="publish-at-hint" onChange={(event) => { setTyped(event.target.value); setPast(false); }} />
          <p id="publish-at-hint" className={isPast ? 'field-error' : 'field-hint'}>{t(isPast ? 'editor.schedule.past' : 'editor.schedule.hint')}</p>
        </div>
        <div className="dialog-foot"><Button className="button" data-kind="quiet" onPress={onClose}>{t('editor.cancel')}</Button><Button className="button" data-kind="primary" type="submit">{t('editor.schedule.do')}</Button></div>
      </Form>
    </FormDialog>
  );
}
