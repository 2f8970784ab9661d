import { Languages, Lightbulb, PenLine } from 'lucide-react';
import { useRef, useState } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import { TONES, type Tone } from '../../../domain/agent-tools.ts';
import type { Locale } from '../../../domain/locales.ts';
import { ExplainedButton } from '../../staff/controls/explained-button.tsx';
import { Key } from '../controls/key.tsx';
import { showNotice } from '../../staff/controls/toasts.tsx';
import { languageName } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { ComposerTools } from './use-composer-tools.ts';

/** What a model can do for this reply. Pressing never sends anything. */
export function AssistBar({ tools, contactLocale }: { tools: ComposerTools; contactLocale: Locale }) {
  const { t, preferences: { language } } = usePreferences();
  const refuse = (words: string): void => { showNotice('problem', words); };
  const to = languageName(contactLocale, language);
  return (
    <div className="assist-bar" role="group" aria-label={t('assist.label')}>
      <ExplainedButton
        icon={Lightbulb} kind="quiet" label={t('assist.suggest')} description={t('assist.suggestWords')} hint={<Key of="suggest" />}
        obstacle={tools.running ? t('assist.busy') : null} onPress={tools.suggest} onRefused={refuse}
      />
      <RewriteButton tools={tools} onRefused={refuse} />
      {tools.canTranslate && (
        <ExplainedButton
          icon={Languages} kind="quiet" label={t('assist.translate')} description={t('assist.translateWords', { language: to })}
          obstacle={tools.obstacle} onPress={tools.translate} onRefused={refuse}
        />
      )}
    </div>
  );
}

function RewriteButton({ tools, onRefused }: { tools: ComposerTools; onRefused: (words: string) => void }) {
  const { t } = usePreferences();
  const trigger = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <div ref={trigger}>
      <ExplainedButton
        icon={PenLine} kind="quiet" label={t('assist.rewrite')} description={t('assist.rewriteWords')}
        obstacle={tools.obstacle} onPress={() => { setOpen(true); }} onRefused={onRefused}
      />
      <Popover className="popover" triggerRef={trigger} isOpen={isOpen} onOpenChange={setOpen} placement="top start" offset={4}>
        <Menu className="menu" aria-label={t('assist.rewrite')} autoFocus="first" onAction={(tone) => { setOpen(false); tools.rewrite(tone as Tone); }}>
          {TONES.map((tone) => <MenuItem key={tone} id={tone} className="menu-item">{t(`assist.tones.${tone}`)}</MenuItem>)}
        </Menu>
      </Popover>
    </div>
  );
}
