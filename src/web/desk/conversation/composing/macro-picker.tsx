import { useMemo, type RefObject } from 'react';
import type { Locale } from '../../../../domain/locales.ts';
import { fillMacro, macroTextFor, type Macro, type MacroVariable } from '../../../../domain/macro.ts';
import { parseMarkdown, plainTextOf } from '../../../shared/markdown.ts';
import { languageName } from '../../../staff/format/names.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { ListPopover } from './list-popover.tsx';
import type { KnownMacros } from './use-macros.ts';

interface MacroPickerProps {
  readonly trigger: RefObject<Element | null>;
  /** Null while they are being read. */
  readonly known: KnownMacros | 'failed' | null;
  /** The contact's language. */
  readonly locale: Locale;
  /** What is known for their variables. */
  readonly values: Partial<Record<MacroVariable, string>>;
  readonly onPick: (macro: Macro) => void;
  readonly onLeave: (typed: string | null) => void;
}

/** Prepared replies in the contact's language; of one that is not written in it, the list says in which it is. */
export function MacroPicker({ trigger, known, locale, values, onPick, onLeave }: MacroPickerProps) {
  const { t } = usePreferences();
  const macros = useMemo(() => (known && known !== 'failed' ? known.macros : []), [known]);
  const items = useMemo(() => macros.map((macro) => {
    const { locale: found, text } = macroTextFor(macro, locale);
    const words = plainTextOf(parseMarkdown(fillMacro(text, values))).replace(/\s+/g, ' ');
    return { id: macro.id, words: `${macro.title}\n${words}`, content: <MacroRow title={macro.title} words={words} found={found} isOther={found !== locale} /> };
  }), [macros, locale, values]);
  const state = known === null ? 'loading' : known === 'failed' ? 'failed' : macros.length === 0 ? 'none' : 'noMatch';
  return (
    <ListPopover
      trigger={trigger} label={t('composing.macros.title')} placeholder={t('composing.macros.search')} items={items}
      empty={<p className="popover-empty" role="status">{t(`composing.macros.${state}`)}</p>}
      onPick={(id) => {
        const macro = macros.find((one) => one.id === id);
        if (macro) onPick(macro);
      }}
      onLeave={onLeave}
    />
  );
}

function MacroRow({ title, words, found, isOther }: { title: string; words: string; found: Locale; isOther: boolean }) {
  const { t, preferences: { language } } = usePreferences();
  return (
    <>
      <span className="composer-option-head">
        <bdi className="composer-option-title">{title}</bdi>
        {isOther && <span className="composer-option-mark">{t('composing.onlyIn', { language: languageName(found, language) })}</span>}
      </span>
      <bdi className="composer-option-words" lang={found}>{words}</bdi>
    </>
  );
}
