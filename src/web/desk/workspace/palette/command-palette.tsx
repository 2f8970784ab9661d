import { Search } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Autocomplete, Dialog, Header, Input, Menu, MenuItem, MenuSection, Modal, ModalOverlay, SearchField, useFilter } from 'react-aria-components';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { Keys } from '../shortcut-dialog.tsx';
import type { Place } from '../use-location.ts';
import { MADE, usePaletteGroups, type PaletteItem } from './use-palette-groups.ts';

interface CommandPaletteProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onGo: (place: Partial<Place>) => void;
}

/** Everything that can be done now, by its name: for those who know what they want and not where it is. */
export function CommandPalette({ isOpen, onOpenChange, onGo }: CommandPaletteProps) {
  const { t } = usePreferences();
  const picked = useRef<(() => void) | null>(null);
  useEffect(() => {
    const run = picked.current;
    picked.current = null;
    // The dialog gives the focus back first; what is done may want it elsewhere.
    if (!isOpen && run) requestAnimationFrame(() => { requestAnimationFrame(run); });
  }, [isOpen]);
  return (
    <ModalOverlay className="scrim palette-scrim" isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className="dialog palette">
        <Dialog aria-label={t('palette.title')}>
          {({ close }) => <PaletteList onGo={onGo} onPick={(item) => { picked.current = item.run; close(); }} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteList({ onGo, onPick }: { onGo: CommandPaletteProps['onGo']; onPick: (item: PaletteItem) => void }) {
  const { t } = usePreferences();
  const { contains } = useFilter({ sensitivity: 'base' });
  const [text, setText] = useState('');
  const groups = usePaletteGroups(text.trim(), onGo);
  const items = useMemo(() => new Map(groups.flatMap((group) => group.items.map((item) => [item.id, item] as const))), [groups]);

  function pick(id: string): void {
    const item = items.get(id);
    if (item) onPick(item);
  }

  return (
    <Autocomplete inputValue={text} onInputChange={setText} filter={(name, words, { key }) => String(key).startsWith(MADE) || contains(name, words.trim())}>
      <SearchField className="palette-field" aria-label={t('palette.title')} autoFocus>
        <Search size={16} aria-hidden />
        <Input placeholder={t('palette.placeholder')} />
      </SearchField>
      <Menu className="palette-list" aria-label={t('palette.title')} onAction={(key) => { pick(String(key)); }} renderEmptyState={() => <p className="popover-empty">{t('palette.nothing')}</p>}>
        {groups.filter((group) => group.items.length > 0).map((group) => (
          <MenuSection key={group.id} id={group.id} className="palette-group">
            <Header className="menu-section-title">{t(`palette.groups.${group.id}`)}</Header>
            {group.items.map(({ id, name, icon: Icon, keys }) => (
              <MenuItem key={id} id={id} className="menu-item" textValue={name}>
                <Icon size={16} aria-hidden /><span className="palette-name">{name}</span>{keys !== undefined && <Keys pressed={keys} />}
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Autocomplete>
  );
}
