import { GitMerge } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, Heading, Label, Modal, ModalOverlay, Radio, RadioGroup } from 'react-aria-components';
import type { DeskSettings } from '../../../domain/desk-settings.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { usePartWords } from './part-words.ts';
import { compareSettings, partKey, type SettingsPart } from './state/settings-parts.ts';
import type { Conflict } from './use-settings-draft.ts';

interface ConflictDialogProps {
  readonly conflict: Conflict;
  readonly onSettle: (yielded: ReadonlySet<string>) => void;
  readonly onPostpone: () => void;
}

/** Somebody saved meanwhile: what both changed is decided here, everything else stays as whoever changed it wanted. */
export function ConflictDialog({ conflict: { base, mine, theirs }, onSettle, onPostpone }: ConflictDialogProps) {
  const { t } = usePreferences();
  const { contested, theirs: onlyTheirs } = compareSettings(base.settings, mine, theirs.settings);
  const [yielded, setYielded] = useState<ReadonlySet<string>>(new Set());
  const choose = (part: SettingsPart, whose: string): void => {
    const next = new Set(yielded);
    if (whose === 'theirs') next.add(partKey(part));
    else next.delete(partKey(part));
    setYielded(next);
  };
  return (
    <ModalOverlay className="scrim" isOpen onOpenChange={onPostpone}>
      <Modal className="dialog" data-size="wide">
        <Dialog role="alertdialog">
          <div className="dialog-head"><Heading slot="title">{t('settings.conflict.title')}</Heading></div>
          <div className="conflict">
            <p className="conflict-lead"><GitMerge size={16} aria-hidden />{t(contested.length > 0 ? 'settings.conflict.contested' : 'settings.conflict.apart')}</p>
            {contested.map((part) => (
              <Contested key={partKey(part)} part={part} mine={mine} theirs={theirs.settings} whose={yielded.has(partKey(part)) ? 'theirs' : 'mine'} onChoose={(whose) => { choose(part, whose); }} />
            ))}
            {onlyTheirs.length > 0 && <KeptTheirs parts={onlyTheirs} theirs={theirs.settings} />}
          </div>
          <div className="dialog-foot">
            <Button className="button" data-kind="quiet" onPress={onPostpone}>{t('settings.conflict.postpone')}</Button>
            <Button className="button" data-kind="primary" onPress={() => { onSettle(yielded); }} autoFocus>{t('settings.conflict.save')}</Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Contested({ part, mine, theirs, whose, onChoose }: { part: SettingsPart; mine: DeskSettings; theirs: DeskSettings; whose: 'mine' | 'theirs'; onChoose: (whose: string) => void }) {
  const { t } = usePreferences();
  const words = usePartWords();
  return (
    <RadioGroup className="contested" value={whose} onChange={onChoose}>
      <Label>{words.name(part)}</Label>
      {([['mine', mine], ['theirs', theirs]] as const).map(([id, settings]) => (
        <Radio key={id} value={id} className="choice-card"><span><span className="choice-name">{t(`settings.conflict.${id}`)}</span>{words.value(settings, part)}</span></Radio>
      ))}
    </RadioGroup>
  );
}

function KeptTheirs({ parts, theirs }: { parts: readonly SettingsPart[]; theirs: DeskSettings }) {
  const { t } = usePreferences();
  const words = usePartWords();
  return (
    <div>
      <h3>{t('settings.conflict.kept')}</h3>
      <dl className="kept-theirs">{parts.map((part) => <div key={partKey(part)}><dt>{words.name(part)}</dt><dd>{words.value(theirs, part)}</dd></div>)}</dl>
    </div>
  );
}
