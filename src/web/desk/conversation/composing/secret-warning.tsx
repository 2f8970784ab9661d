import { TriangleAlert } from 'lucide-react';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { FoundSecrets } from './use-secret-check.ts';

/** Says before it is sent what the server will take out. */
export function SecretWarning({ found, onTakeOut }: { found: FoundSecrets | null; onTakeOut: (redacted: string) => void }) {
  const { t } = usePreferences();
  return (
    <div role="alert">
      {found && (
        <div className="composer-warning">
          <TriangleAlert size={14} aria-hidden />
          <p>{t('composing.secrets.found', { secrets: found.kinds.map((kind) => t(`secretKinds.${kind}`)).join(', ') })}</p>
          <button type="button" className="button" onClick={() => { onTakeOut(found.redacted); }}>{t('composing.secrets.takeOut')}</button>
        </div>
      )}
    </div>
  );
}
