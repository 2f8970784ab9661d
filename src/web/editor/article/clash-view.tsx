import { GitMerge } from 'lucide-react';
import { useState } from 'react';
import { Button, Radio, RadioGroup } from 'react-aria-components';
import { joinMerged, type MergedPiece } from '../../../domain/documents/merge-texts.ts';
import { LOCALES, type Locale } from '../../../domain/locales.ts';
import { TextBox } from '../../staff/controls/text-box.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';

interface ClashViewProps {
  readonly pieces: readonly MergedPiece[];
  /** Whose the other words are. */
  readonly name: string;
  readonly locale: Locale;
  readonly onSettle: (text: string) => void;
}

type Choice = 'mine' | 'theirs' | 'both';

/** A field of the head stands there once, so that it cannot have both. */
const FIELD = /^(?:title|summary):/;

/** Two changed the same lines: each such place is decided here, everything else is merged already. Both texts are kept until then. */
export function ClashView({ pieces, name, locale, onSettle }: ClashViewProps) {
  const { t } = usePreferences();
  const [settled, setSettled] = useState<ReadonlyMap<number, string>>(new Map());
  const text = joinMerged(pieces, settled);
  const settle = (at: number, words: string): void => { setSettled(new Map(settled).set(at, words)); };
  return (
    <section className="clash" aria-label={t('editor.clash.title')}>
      <h2><GitMerge size={16} aria-hidden />{t('editor.clash.title')}</h2>
      <p>{t('editor.clash.words', { name })}</p>
      {pieces.map((piece, i) => (piece.kind === 'clash' && <ClashPiece key={i} piece={piece} name={name} locale={locale} settled={settled.get(i)} onSettle={(words) => { settle(i, words); }} />))}
      <Button className="button" data-kind="primary" isDisabled={text === undefined} onPress={() => { if (text !== undefined) onSettle(text); }}>{t('editor.clash.done')}</Button>
    </section>
  );
}

interface ClashPieceProps {
  readonly piece: Extract<MergedPiece, { kind: 'clash' }>;
  readonly name: string;
  readonly locale: Locale;
  readonly settled: string | undefined;
  readonly onSettle: (words: string) => void;
}

function ClashPiece({ piece, name, locale, settled, onSettle }: ClashPieceProps) {
  const { t } = usePreferences();
  const [choice, setChoice] = useState<Choice | null>(null);
  const words: Record<Choice, string> = { mine: piece.mine, theirs: piece.theirs, both: piece.mine + piece.theirs };
  return (
    <div className="clash-piece">
      <RadioGroup className="card-choices" aria-label={t('editor.clash.choose')} value={choice} onChange={(id) => { setChoice(id as Choice); onSettle(words[id as Choice]); }}>
        {(['mine', 'theirs', 'both'] as const).filter((id) => id !== 'both' || !FIELD.test(piece.mine)).map((id) => (
          <Radio key={id} value={id} className="choice-card">
            <span><span className="choice-name">{t(`editor.clash.${id}`, { name })}</span><span className="clash-words" lang={locale} dir={LOCALES[locale].direction}>{words[id].trim() || t('editor.clash.nothing')}</span></span>
          </Radio>
        ))}
      </RadioGroup>
      {choice !== null && settled !== undefined && <TextBox label={t('editor.clash.result')} value={settled} onChange={onSettle} />}
    </div>
  );
}
