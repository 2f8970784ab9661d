import { Copy, Download } from 'lucide-react';
import { Button } from 'react-aria-components';
import { copyText } from '../controls/copy-text.ts';
import { usePreferences } from '../preferences/preferences-context.tsx';

/** Ten codes, shown once: to be copied, kept as a file, or written down. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { t } = usePreferences();
  const text = codes.join('\n');
  return (
    <div className="gate-form">
      <ol className="recovery-codes" dir="ltr">{codes.map((code) => <li key={code}><code>{code}</code></li>)}</ol>
      <div className="recovery-ways">
        <Button className="button" onPress={() => { void copyText(text, t); }}><Copy size={14} aria-hidden />{t('recoveryCodes.copy')}</Button>
        <a className="button" download="vigil-recovery-codes.txt" href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`}><Download size={14} aria-hidden />{t('recoveryCodes.download')}</a>
      </div>
      <Button className="button" data-kind="primary" data-size="large" onPress={onDone}>{t('recoveryCodes.done')}</Button>
    </div>
  );
}
