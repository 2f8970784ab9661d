import { Languages } from 'lucide-react';
import { languageName } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { MessageTranslation } from './use-translation.ts';

/** Below a message that the agent may not read: asks for the translation, and says that one is shown. */
export function TranslateLine({ translation: { isOffered, from, shown, isRunning, problem, toggle } }: { translation: MessageTranslation }) {
  const { t, preferences: { language } } = usePreferences();
  if (!isOffered) return null;
  return (
    <p className="translate-line">
      <Languages size={12} aria-hidden />
      {shown !== null && <span>{t('assist.translation.from', { language: languageName(from, language) })}</span>}
      <button type="button" className="text-button" onClick={toggle} disabled={isRunning}>
        {t(isRunning ? 'assist.translation.running' : shown === null ? 'assist.translation.translate' : 'assist.translation.original')}
      </button>
      <span role="status">{problem}</span>
    </p>
  );
}
