import { TriangleAlert } from 'lucide-react';
import type { Entity } from '../../../../domain/entities.ts';
import { shortenMiddle } from '../../../shared/long-code.ts';
import { CopyButton } from '../../controls/copy-button.tsx';
import { usePreferences } from '../../preferences/preferences-context.tsx';
import { entityText } from '../../state/entity-text.ts';

/** What a colleague looks up elsewhere, each with a button that copies it. Links are text: nobody opens a scam page from here. */
export function CaseCodes({ codes }: { codes: readonly Entity[] }) {
  if (codes.length === 0) return null;
  return <ul className="case-codes">{codes.map((code) => <CaseCode key={`${code.kind} ${code.value}`} code={code} />)}</ul>;
}

function CaseCode({ code }: { code: Entity }) {
  const { t } = usePreferences();
  const { kind, network, checksum } = code;
  const text = entityText(code);
  // Fakes share the ends of the address that they imitate, so addresses are shown whole.
  const shown = kind === 'transaction' ? shortenMiddle(text, 10) : text;
  return (
    <li className="case-code">
      <span className="case-code-name">{t(`entityKinds.${kind}`)}{network && <> · <bdi>{network}</bdi></>}</span>
      <CopyButton text={text} />
      <bdi dir="ltr" className="case-code-value" title={shown === text ? undefined : text}>{shown}</bdi>
      {checksum === 'invalid' && <p className="case-warning"><TriangleAlert size={14} strokeWidth={2.5} aria-hidden />{t('case.wrongChecksum')}</p>}
    </li>
  );
}
