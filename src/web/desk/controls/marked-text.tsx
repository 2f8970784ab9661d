import { EyeOff } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { splitHidden } from '../../../domain/hidden-characters.ts';
import type { SecretKind } from '../../../domain/secrets.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { splitMarked } from '../state/marked-text.ts';

/** A text with a chip wherever a secret was taken out of it, and wherever something is hidden in it. @param render draws what stands between. */
export function MarkedText({ text, render }: { text: string; render?: (part: string) => ReactNode }) {
  return splitMarked(text).map((part, index) => (
    <Fragment key={index}>{typeof part === 'string' ? <SeenText text={part} render={render} /> : <RemovedSecret kind={part.kind} />}</Fragment>
  ));
}

/** What somebody hides in a text, seen: characters that reverse or vanish, and words of letters that only look like others. */
function SeenText({ text, render = (part) => part }: { text: string; render: ((part: string) => ReactNode) | undefined }) {
  const { t } = usePreferences();
  return splitHidden(text).map((part, index) => {
    if (part.kind === 'text') return <Fragment key={index}>{render(part.text)}</Fragment>;
    return part.kind === 'hidden'
      ? <bdi key={index} dir="ltr" className="hidden-character" title={t('hidden.character')}>{part.code}</bdi>
      : <span key={index} className="look-alike" title={t('hidden.lookAlike')}>{part.text}<span className="only-read-aloud"> ({t('hidden.lookAlike')})</span></span>;
  });
}

/** Says what stood there. Nobody can bring it back: it was never stored. */
function RemovedSecret({ kind }: { kind: SecretKind }) {
  const { t } = usePreferences();
  return <bdi className="removed-secret"><EyeOff size={12} aria-hidden />{t('removed', { secret: t(`secretKinds.${kind}`) })}</bdi>;
}
