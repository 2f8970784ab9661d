import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, FieldError, Input, Label, TextField } from 'react-aria-components';
import { IconButton } from '../../../staff/controls/icon-button.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { isExplorerLink, isNetworkName, type Explorers } from '../state/explorer-links.ts';

const LINKS = ['transaction', 'address'] as const;

/** Where agents look up what contacts name, a row for each network. */
export function ExplorersPanel({ explorers, onChange }: { explorers: Explorers; onChange: (explorers: Explorers) => void }) {
  const { t } = usePreferences();
  const names = Object.keys(explorers);
  return (
    <section className="settings-block explorers">
      <h2>{t('settings.explorers.title')}</h2>
      <p className="field-hint">{t('settings.explorers.hint')}</p>
      <div className="explorer explorer-head" aria-hidden>
        <span>{t('settings.explorers.network')}</span>{LINKS.map((link) => <span key={link}>{t(`settings.explorers.${link}`)}</span>)}
      </div>
      {Object.entries(explorers).map(([network, links]) => (
        <div key={network} className="explorer" role="group" aria-label={network}>
          <bdi className="explorer-network" dir="ltr">{network}</bdi>
          {LINKS.map((link) => (
            <TextField key={link} className="field explorer-link" type="url" aria-label={t(`settings.explorers.${link}`)} value={links[link]} isInvalid={!isExplorerLink(links[link])} validationBehavior="aria"
              onChange={(text) => { onChange({ ...explorers, [network]: { ...links, [link]: text.trim() } }); }}>
              <Input dir="ltr" spellCheck="false" />
              <FieldError className="field-error">{t('settings.explorers.badLink')}</FieldError>
            </TextField>
          ))}
          <IconButton icon={Trash2} label={t('settings.explorers.remove', { network })} onPress={() => { onChange(Object.fromEntries(Object.entries(explorers).filter(([one]) => one !== network))); }} />
        </div>
      ))}
      <NewNetwork names={names} onAdd={(network) => { onChange({ ...explorers, [network]: { transaction: 'https://', address: 'https://' } }); }} />
    </section>
  );
}

function NewNetwork({ names, onAdd }: { names: readonly string[]; onAdd: (network: string) => void }) {
  const { t } = usePreferences();
  const [name, setName] = useState('');
  const isBad = name !== '' && (!isNetworkName(name) || names.includes(name));
  const add = (): void => {
    if (name === '' || isBad) return;
    onAdd(name);
    setName('');
  };
  return (
    <div className="explorer-new">
      <TextField className="field" value={name} onChange={setName} isInvalid={isBad} validationBehavior="aria" onKeyDown={(event) => { if (event.key === 'Enter') add(); }}>
        <Label>{t('settings.explorers.network')}</Label>
        <Input dir="ltr" spellCheck="false" autoComplete="off" />
        <FieldError className="field-error">{t('settings.explorers.badNetwork')}</FieldError>
      </TextField>
      <Button className="button" onPress={add} isDisabled={name === '' || isBad}><Plus size={14} aria-hidden />{t('settings.explorers.add')}</Button>
    </div>
  );
}
