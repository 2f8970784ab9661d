import { AtSign, BookOpen, Paperclip, SquareSlash } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { IconButton } from '../../../staff/controls/icon-button.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { DraftMode } from '../../state/drafts.ts';
import { sendModifier } from '../../workspace/shortcut-dialog.tsx';

interface ComposerToolbarProps {
  readonly mode: DraftMode;
  readonly onMacros: () => void;
  readonly onArticles: () => void;
  readonly onMentions: () => void;
  readonly onFiles: (files: readonly File[]) => void;
}

/** What can be put into a reply or a note besides words. */
export function ComposerToolbar({ mode, onMacros, onArticles, onMentions, onFiles }: ComposerToolbarProps) {
  const { t } = usePreferences();
  if (mode === 'whisper') return null;
  if (mode === 'note') return <div className="composer-toolbar"><IconButton icon={AtSign} label={t('composing.mentions.button')} onPress={onMentions} /></div>;
  return (
    <div className="composer-toolbar" role="group" aria-label={t('composing.toolbar')}>
      <IconButton icon={SquareSlash} label={t('composing.macros.button', { modifier: sendModifier() })} onPress={onMacros} />
      <IconButton icon={BookOpen} label={t('composing.articles.button')} onPress={onArticles} />
      <FileTrigger allowsMultiple onSelect={(files) => { if (files) onFiles([...files]); }}>
        <IconButton icon={Paperclip} label={t('composing.files.button')} />
      </FileTrigger>
    </div>
  );
}
