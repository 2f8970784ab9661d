import { Plus, Trash2 } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button, Input, Label, Text, TextField } from 'react-aria-components';
import { EXCHANGE_PATH } from '../../../domain/documents/document-path.ts';
import { PageState } from '../../staff/controls/page-state.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { ProblemLine } from '../article/problem-list.tsx';
import { useEditor } from '../connection/editor-context.tsx';
import { useLoaded } from '../connection/use-loaded.ts';
import { mergeFacts, type Facts } from '../state/merge-forms.ts';
import { FormHistory } from './form-history.tsx';
import { PublishBar } from './publish-bar.tsx';
import { usePublishedForm } from './use-published-form.ts';

/** The facts that articles name: changed here, every article in every language says the new thing. */
export function ExchangeTab() {
  const { api } = useEditor();
  const { value, failed, reload } = useLoaded(api.readExchange);
  if (!value) return <PageState failed={failed} onRetry={reload} />;
  return <ExchangeForm version={value.version} settings={value.settings} uses={value.uses} onPublished={reload} />;
}

function ExchangeForm({ version, settings, uses, onPublished }: { version: number; settings: Facts; uses: Readonly<Record<string, number>>; onPublished: () => void }) {
  const { t } = usePreferences();
  const { api } = useEditor();
  const read = useCallback(async () => { const now = await api.readExchange(); return { version: now.version, value: now.settings }; }, [api]);
  const form = usePublishedForm<Facts>({
    base: { version, value: settings }, read, merge: mergeFacts, onPublished,
    send: (mine, from, note) => api.saveExchange({ version: from, settings: { ...mine }, note }),
  });
  const set = (name: string, text: string): void => { form.change({ ...form.value, [name]: text }); };
  return (
    <>
      <p className="form-lead">{t('editor.exchange.lead')}</p>
      <div className="facts-form">
        {Object.entries(form.value).map(([name, text]) => (
          <FactField key={name} name={name} text={text} uses={uses[name] ?? 0} isChanged={settings[name] !== text} problems={form.problems.filter(({ field }) => field === name)} onChange={(next) => { set(name, next); }}
            onRemove={(uses[name] ?? 0) > 0 ? null : () => { form.change(Object.fromEntries(Object.entries(form.value).filter(([other]) => other !== name))); }} />
        ))}
      </div>
      {form.problems.filter(({ field }) => !(field in form.value)).map((problem, i) => <ProblemLine key={i} problem={problem} />)}
      <NewFact taken={form.value} onAdd={(name) => { set(name, ''); }} />
      {form.isChanged && <PublishBar isSaving={form.isSaving} error={form.error} onDiscard={form.discard} onSave={(note) => { void form.save(note); }} />}
      <FormHistory path={EXCHANGE_PATH} version={version} />
    </>
  );
}

interface FactFieldProps {
  readonly name: string;
  readonly text: string;
  /** Articles that name it. */
  readonly uses: number;
  readonly isChanged: boolean;
  readonly problems: readonly Parameters<typeof ProblemLine>[0]['problem'][];
  readonly onChange: (text: string) => void;
  /** Null where articles name it: they would say nothing in its place. */
  readonly onRemove: (() => void) | null;
}

function FactField({ name, text, uses, isChanged, problems, onChange, onRemove }: FactFieldProps) {
  const { t } = usePreferences();
  return (
    <div className="fact-row" data-changed={isChanged}>
      <TextField className="field" value={text} onChange={onChange} isInvalid={problems.length > 0} validationBehavior="aria" maxLength={2_000}>
        <Label>{t(`editor.exchange.names.${name}`, { defaultValue: name })}<code className="fact-name">{`{{exchange.${name}}}`}</code></Label>
        <Input dir="auto" autoComplete="off" spellCheck="false" />
        <Text slot="description" className="field-hint">{uses === 0 ? t('editor.exchange.unused') : t('editor.exchange.uses', { count: uses })}{isChanged && ` · ${t('editor.exchange.changed')}`}</Text>
        {problems.map((problem, i) => <ProblemLine key={i} problem={problem} />)}
      </TextField>
      {onRemove && <Button className="button" data-kind="quiet" data-icon-only aria-label={t('editor.exchange.remove', { name })} onPress={onRemove}><Trash2 size={14} aria-hidden /></Button>}
    </div>
  );
}

/** A fact of the exchange's own, under a name that articles will use. */
function NewFact({ taken, onAdd }: { taken: Facts; onAdd: (name: string) => void }) {
  const { t } = usePreferences();
  const [name, setName] = useState('');
  const isWrong = name !== '' && (!/^[a-z][A-Za-z0-9]*$/.test(name) || name in taken);
  return (
    <form className="new-fact" onSubmit={(event) => { event.preventDefault(); if (name !== '' && !isWrong) { onAdd(name); setName(''); } }}>
      <TextField className="field" value={name} onChange={setName} isInvalid={isWrong} validationBehavior="aria" maxLength={60}>
        <Label>{t('editor.exchange.add')}</Label><Input className="code-input" autoComplete="off" spellCheck="false" placeholder="cardsUrl" />
        <Text slot="description" className={isWrong ? 'field-error' : 'field-hint'}>{t(isWrong ? (name in taken ? 'editor.exchange.nameTaken' : 'editor.exchange.nameWrong') : 'editor.exchange.addHint')}</Text>
      </TextField>
      <Button className="button" type="submit" isDisabled={name === '' || isWrong}><Plus size={14} aria-hidden />{t('editor.exchange.addButton')}</Button>
    </form>
  );
}
