import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../connection/editor-context.tsx';
import { titleFor } from '../state/library-cells.ts';

interface ArticlePicksProps {
  readonly label: string;
  readonly hint: string;
  readonly value: readonly string[];
  /** An article does not lead to itself. */
  readonly except: string;
  readonly onChange: (ids: readonly string[]) => void;
}

/** Several articles, found by their titles, in an order. */
export function ArticlePicks({ label, hint, value, except, onChange }: ArticlePicksProps) {
  const { t, preferences: { language } } = usePreferences();
  const { library: { value: library } } = useEditor();
  const [typed, setTyped] = useState('');
  const titles = useMemo(() => new Map((library?.articles ?? []).filter(({ state }) => state !== 'archived').map((article) => [article.id, titleFor(article, language)])), [library, language]);
  const choices = [...titles].filter(([id]) => id !== except && !value.includes(id)).map(([id, title]) => ({ id, title }));
  return (
    <div className="picks">
      <ComboBox className="field" items={choices} inputValue={typed} onInputChange={setTyped} value={null} menuTrigger="focus"
        onChange={(id) => { if (id === null) return; onChange([...value, String(id)]); setTyped(''); }}>
        <Label>{label}</Label>
        <Input placeholder={t('editor.picks.add')} autoComplete="off" />
        <Text slot="description" className="field-hint">{hint}</Text>
        <Popover className="popover picks-list" offset={4}>
          <ListBox className="menu">{({ id, title }: { id: string; title: string }) => <ListBoxItem id={id} textValue={`${title} ${id}`} className="menu-item">{title}<span className="pick-aside">{id}</span></ListBoxItem>}</ListBox>
        </Popover>
      </ComboBox>
      {value.length > 0 && (
        <ul className="picked">
          {value.map((id) => (
            <li key={id} className="picked-row">
              <span><bdi>{titles.get(id) ?? id}</bdi>{!titles.has(id) && <span className="picked-wrong">{t('editor.picks.unknown')}</span>}</span>
              <Button className="button" data-kind="quiet" data-icon-only aria-label={t('editor.picks.remove', { name: titles.get(id) ?? id })} onPress={() => { onChange(value.filter((one) => one !== id)); }}><X size={14} aria-hidden /></Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
