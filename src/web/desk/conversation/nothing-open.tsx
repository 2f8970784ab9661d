import { MessageSquareText } from 'lucide-react';
import { Button } from 'react-aria-components';
import { Key } from '../controls/key.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';

/** The middle before anything is opened: what to do next. */
export function NothingOpen({ onHelp }: { onHelp: () => void }) {
  const { t } = usePreferences();
  return (
    <div className="placeholder placeholder-large">
      <MessageSquareText size={28} strokeWidth={1.5} aria-hidden />
      <h2>{t('nothingOpen.title')}</h2>
      <p>{t('nothingOpen.words')}</p>
      <Button className="button" data-kind="quiet" onPress={onHelp}>{t('shortcuts.title')}<Key of="help" /></Button>
    </div>
  );
}
