import { Ear, Lock } from 'lucide-react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { DRAFT_MODES, type DraftMode } from '../../state/drafts.ts';

const ICONS = { reply: null, note: Lock, whisper: Ear } as const;

/** Who will read it: the contact, colleagues, or, from who oversees, the one who has the conversation. */
export function ComposerTabs({ mode, mayWhisper, onChange }: { mode: DraftMode; mayWhisper: boolean; onChange: (mode: DraftMode) => void }) {
  const { t } = usePreferences();
  return (
    <ToggleButtonGroup
      className="composer-tabs"
      aria-label={t('composer.kind')}
      disallowEmptySelection
      selectedKeys={[mode]}
      onSelectionChange={(keys) => { onChange(DRAFT_MODES.find((one) => keys.has(one)) ?? 'reply'); }}
    >
      {DRAFT_MODES.filter((one) => one !== 'whisper' || mayWhisper).map((one) => {
        const Icon = ICONS[one];
        return <ToggleButton key={one} id={one} className="composer-tab">{Icon && <Icon size={12} aria-hidden />}{t(`composer.${one}`)}</ToggleButton>;
      })}
    </ToggleButtonGroup>
  );
}
