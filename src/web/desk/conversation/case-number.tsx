import { Copy } from 'lucide-react';
import { copyText } from '../../staff/controls/copy-text.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';

/** The case number, copied by pressing it. */
export function CaseNumber({ value }: { value: string }) {
  const { t } = usePreferences();
  return (
    <button type="button" className="case-number" aria-label={t('copyCase', { caseNumber: value })} onClick={() => { void copyText(value, t); }}>
      <bdi>{value}</bdi><Copy size={12} aria-hidden />
    </button>
  );
}
