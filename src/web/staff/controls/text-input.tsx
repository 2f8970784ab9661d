import { CircleAlert, Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import { usePreferences } from '../preferences/preferences-context.tsx';
import { IconButton } from './icon-button.tsx';

interface TextInputProps {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'email' | 'password';
  readonly hint?: string;
  /** What the server found wrong with it. */
  readonly error?: string | null;
  readonly autoComplete: string;
  readonly inputMode?: 'numeric';
  readonly minLength?: number;
  readonly isRequired?: boolean;
  readonly autoFocus?: boolean;
  readonly defaultValue?: string;
}

/** A labelled field. Passwords can be looked at, so that nobody has to type them twice. */
export function TextInput({ label, type = 'text', hint, error = null, ...field }: TextInputProps) {
  const { t } = usePreferences();
  const [visible, setVisible] = useState(false);
  const isPassword = type === 'password';
  /** The browser's own words are in the browser's language, which may not be the desk's. */
  const explain = ({ valueMissing, typeMismatch }: ValidityState): string =>
    t(valueMissing ? 'fieldErrors.missing' : typeMismatch ? 'fieldErrors.email' : 'fieldErrors.short', { count: field.minLength ?? 1 });
  return (
    <TextField className="field" type={isPassword && visible ? 'text' : type} {...(error === null ? {} : { isInvalid: true, validationBehavior: 'aria' as const })} {...field}>
      <Label>{label}</Label>
      {isPassword ? (
        <span className="field-with-button">
          <Input />
          <IconButton icon={visible ? EyeOff : Eye} label={visible ? t('hidePassword') : t('showPassword')} onPress={() => { setVisible(!visible); }} />
        </span>
      ) : <Input />}
      {hint && error === null && <Text slot="description" className="field-hint">{hint}</Text>}
      <FieldError className="field-error">
        {({ validationDetails }) => <><CircleAlert size={14} aria-hidden /><span>{error ?? explain(validationDetails)}</span></>}
      </FieldError>
    </TextField>
  );
}
