import { EyeOff } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import type { SecretKind } from '../../../domain/secrets.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { splitMarked } from '../state/marked-text.ts';

/** A text with a chip wherever a secret was taken out of it. @param render draws what stands between. */
export function MarkedText({ text, render }: { text: string; render?: (part: string) => ReactNode }) {
  return splitMarked(text).map((part, index) => (
    <Fragment key={index}>{typeof part === 'string' ? (render ? render(part) : part) : <RemovedSecret kind={part.kind} />}</Fragment>
  ));
}

/** Says what stood there. Nobody can bring it back: it was never stored. */
function RemovedSecret({ kind }: { kind: SecretKind }) {
  const { t } = usePreferences();
  return <bdi className="removed-secret"><EyeOff size={12} aria-hidden />{t('removed', { secret: t(`secretKinds.${kind}`) })}</bdi>;
}
