import { CircleAlert, RefreshCw } from 'lucide-react';
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import { IconButton } from '../../../staff/controls/icon-button.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { makePassword, PASSWORD_LENGTH } from './person.ts';

/** A password for somebody else, and so one that can be read: made here, or typed. */
export function PasswordField({ value, onChange, error = null }: { value: string; onChange: (value: string) => void; error?: string | null }) {
  const { t } = usePreferences();
  const isShort = value.length < PASSWORD_LENGTH.least;
  return (
    <TextField className="field" name="password" value={value} onChange={onChange} isRequired minLength={PASSWORD_LENGTH.least} maxLength={PASSWORD_LENGTH.most} isInvalid={error !== null || isShort} validationBehavior="aria">
      <Label>{t('settings.people.password.label')}</Label>
      <span className="field-with-button">
        <Input autoComplete="off" spellCheck="false" className="code-input" />
        <IconButton icon={RefreshCw} label={t('settings.people.password.make')} onPress={() => { onChange(makePassword()); }} />
      </span>
      <Text slot="description" className="field-hint">{t('settings.people.password.hint')}</Text>
      <FieldError className="field-error"><CircleAlert size={14} aria-hidden />{error ?? t('fieldErrors.short', { count: PASSWORD_LENGTH.least })}</FieldError>
    </TextField>
  );
}
