import { ChevronRight } from 'lucide-react';
import type { Original } from '../../../domain/events.ts';
import { PlainText } from '../controls/markdown.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';

/** In a message that was translated before it was sent: that it was, and what the colleague wrote. */
export function TranslatedNote({ original }: { original: Original }) {
  const { t } = usePreferences();
  return (
    <details className="translated-note">
      <summary><ChevronRight size={12} aria-hidden />{t('assist.translation.sent')}</summary>
      <div lang={original.locale}><PlainText text={original.text} /></div>
    </details>
  );
}
