/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { CodeChip } from '../screen/code-chip.tsx';
import { useSurroundings } from '../screen/surroundings.ts';

/** The number under which the conversation is found again, to copy. */
export function CaseNumber({ text }: { text: string }): JSX.Element {
  const { t } = useSurroundings();
  return <><span>{t('caseNumber')}</span> <CodeChip text={text} /></>;
}
