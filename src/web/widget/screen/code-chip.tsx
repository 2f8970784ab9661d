/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { shortenMiddle } from '../../shared/long-code.ts';
import { copyText } from '../page/copy-text.ts';
import { Icon } from './icon.tsx';
import { useSurroundings } from './surroundings.ts';

/** How long "Copied" stays, ms. */
const COPIED_MS = 1_600;

/** An address, transaction id or the like: shortened in the middle, copied whole. */
export function CodeChip({ text }: { text: string }): JSX.Element {
  const { t } = useSurroundings();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => { setCopied(false); }, COPIED_MS);
    return () => { clearTimeout(timer); };
  }, [copied]);
  const short = shortenMiddle(text);
  return (
    <bdi dir="ltr">
      <button type="button" class="chip" title={text} aria-label={copied ? t('copied') : t('copy', { text: short })}
        onClick={(event) => { copyText(text, event.currentTarget); setCopied(true); }}>
        <span class="chip-text">{short}</span>
        <Icon name={copied ? 'check' : 'copy'} size={13} />
      </button>
    </bdi>
  );
}
