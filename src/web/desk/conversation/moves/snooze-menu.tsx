import { CalendarClock } from 'lucide-react';
import type { RefObject } from 'react';
import { Menu, MenuItem, MenuSection, Popover } from 'react-aria-components';
import { formatUntil } from '../../format/format-until.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { listSnoozeTimes } from './snooze-times.ts';

interface SnoozeMenuProps {
  readonly trigger: RefObject<Element | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onChoose: (until: number) => void;
  /** The agent wants another time than these. */
  readonly onOther: () => void;
}

/** Until when the conversation is put aside: each choice says its time. */
export function SnoozeMenu({ trigger, isOpen, onOpenChange, onChoose, onOther }: SnoozeMenuProps) {
  const { t, preferences: { language } } = usePreferences();
  const now = Date.now();
  return (
    <Popover className="popover" aria-label={t('snooze.title')} triggerRef={trigger} isOpen={isOpen} onOpenChange={onOpenChange} placement="bottom start" offset={4}>
      <p className="menu-words">{t('snooze.words')}</p>
      <Menu className="menu" aria-label={t('snooze.title')} autoFocus="first" onClose={() => { onOpenChange(false); }}>
        <MenuSection className="menu-section" aria-label={t('snooze.title')}>
          {listSnoozeTimes(now).map(({ time, at }) => (
            <MenuItem key={time} id={time} className="menu-item" textValue={t(`snooze.${time}`)} onAction={() => { onChoose(at); }}>
              {t(`snooze.${time}`)}<span className="menu-aside">{formatUntil(at, now, language)}</span>
            </MenuItem>
          ))}
        </MenuSection>
        <MenuSection className="menu-section" aria-label={t('snooze.other')}>
          <MenuItem id="other" className="menu-item" textValue={t('snooze.other')} onAction={onOther}><CalendarClock size={16} aria-hidden />{t('snooze.other')}</MenuItem>
        </MenuSection>
      </Menu>
    </Popover>
  );
}
