import { Bot, Ellipsis, Undo2, type LucideIcon } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { Actions } from '../use-actions.ts';

/** What is done less often. */
const ITEMS = [['release', Undo2], ['return', Bot]] as const satisfies readonly (readonly [string, LucideIcon])[];

export function MoreMenu({ actions }: { actions: Actions }) {
  const { t } = usePreferences();
  return (
    <MenuTrigger>
      <Button className="button" data-icon-only aria-label={t('actions.more')}><Ellipsis size={16} aria-hidden /></Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Menu className="menu" aria-label={t('actions.more')} disabledKeys={ITEMS.flatMap(([action]) => (actions.obstacle(action) === null ? [] : [action]))}>
          {ITEMS.map(([action, Icon]) => (
            <MenuItem key={action} id={action} className="menu-item menu-explained" textValue={t(`actions.${action}`)} onAction={() => { actions.attempt(action); }}>
              <Icon size={16} aria-hidden />
              <span>
                <Text slot="label">{t(`actions.${action}`)}</Text>
                <Text slot="description">{actions.obstacle(action) ?? t(`actionWords.${action}`)}</Text>
              </span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
