/** @jsxImportSource preact */
import type { ComponentChildren, JSX } from 'preact';
import { coverOverrides } from '../../../domain/cover-overrides.ts';
import { splitMarkers, type SecretKind } from '../../../domain/secrets.ts';
import { splitCodes } from '../../shared/long-code.ts';
import type { Translate } from '../../shared/phrases.ts';
import { CodeChip } from './code-chip.tsx';
import { Icon } from './icon.tsx';
import { useSurroundings } from './surroundings.ts';

/** Words of a message: codes as chips to copy, and a sign where a secret stood. */
export function MessageText({ text }: { text: string }): JSX.Element {
  return <Marked text={text} draw={(part) => splitCodes(part).map(({ kind, text: words }, i) => (kind === 'code' ? <CodeChip key={i} text={words} /> : words))} />;
}

/** Words that are shown as they are, except for the markers among them. */
export function Marked({ text, draw = (part) => part }: { text: string; draw?: (part: string) => ComponentChildren }): JSX.Element {
  return <>{splitMarkers(text).map((part, i) => (typeof part === 'string' ? draw(coverOverrides(part)) : <RemovedSecret key={i} kind={part.kind} />))}</>;
}

function RemovedSecret({ kind }: { kind: SecretKind }): JSX.Element {
  const { t, locale, direction } = useSurroundings();
  return <span class="removed" lang={locale} dir={direction}><Icon name="lock" size={13} />{removedText(t, kind)}</span>;
}

/** The same for those who hear it. */
export function sayMarkers(t: Translate, text: string): string {
  return splitMarkers(text).map((part) => (typeof part === 'string' ? part : removedText(t, part.kind))).join('');
}

function removedText(t: Translate, kind: SecretKind): string {
  return t('secretRemoved', { kind: kindName(t, kind) });
}

export function kindName(t: Translate, kind: SecretKind): string {
  return t(`secretKind.${kind}`);
}
