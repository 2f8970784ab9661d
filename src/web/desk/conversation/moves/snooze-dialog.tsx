import { useState } from 'react';
import { Button, FieldError, Form, Input, Label, Text, TextField } from 'react-aria-components';
import { LONGEST_SNOOZE_DAYS, LONGEST_SNOOZE_MS } from '../../../../domain/snooze.ts';
import { DialogFrame } from '../../../staff/controls/dialog-frame.tsx';
import { formatUntil } from '../../format/format-until.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { fromFieldValue, listSnoozeTimes, toFieldValue } from './snooze-times.ts';

interface SnoozeDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onChoose: (until: number) => void;
}

/** Any day and time. */
export function SnoozeDialog({ isOpen, onOpenChange, onChoose }: SnoozeDialogProps) {
  const { t } = usePreferences();
  return (
    <DialogFrame title={t('snooze.title')} isOpen={isOpen} onOpenChange={onOpenChange}>
      {() => <SnoozeForm onClose={() => { onOpenChange(false); }} onChoose={onChoose} />}
    </DialogFrame>
  );
}

function SnoozeForm({ onClose, onChoose }: { onClose: () => void; onChoose: (until: number) => void }) {
  const { t, preferences: { language } } = usePreferences();
  const [value, setValue] = useState(() => toFieldValue(listSnoozeTimes(Date.now()).find(({ time }) => time === 'tomorrow')?.at ?? Date.now()));
  const [problem, setProblem] = useState<'missing' | 'past' | 'far' | null>(null);
  const until = fromFieldValue(value);

  function choose(): void {
    if (until === undefined) setProblem('missing');
    else if (until <= Date.now()) setProblem('past');
    else if (until > Date.now() + LONGEST_SNOOZE_MS) setProblem('far');
    else {
      onClose();
      onChoose(until);
    }
  }

  return (
    <Form className="move-form" validationBehavior="aria" onSubmit={(event) => { event.preventDefault(); choose(); }}>
      <TextField
        className="field" type="datetime-local" value={value} autoFocus isInvalid={problem !== null}
        onChange={(changed) => { setValue(changed); setProblem(null); }}
      >
        <Label>{t('snooze.until')}</Label>
        <Input min={toFieldValue(Date.now())} />
        {problem === null && <Text slot="description" className="field-hint">{until === undefined ? t('snooze.zone') : t('snooze.comesBack', { until: formatUntil(until, Date.now(), language) })}</Text>}
        <FieldError className="field-error">{problem !== null && t(`snooze.problems.${problem}`, { count: LONGEST_SNOOZE_DAYS })}</FieldError>
      </TextField>
      <div className="move-foot">
        <Button className="button" onPress={onClose}>{t('cancel')}</Button>
        <Button className="button" data-kind="primary" type="submit">{t('actions.snooze')}</Button>
      </div>
    </Form>
  );
}
