import { shortenMiddle } from '../../shared/long-code.ts';
import { usePreferences } from '../preferences/preferences-context.tsx';
import { copyText } from './copy-text.ts';

/** A transaction id, address or number that is copied by pressing it. Kept out of the text's direction. */
export function CodeText({ text }: { text: string }) {
  const { t } = usePreferences();
  const short = shortenMiddle(text);
  return (
    <bdi dir="ltr">
      <button type="button" className="code-text" title={text} aria-label={t('copyCode', { code: short })} onClick={() => { void copyText(text, t); }}>
        {short}
      </button>
    </bdi>
  );
}
