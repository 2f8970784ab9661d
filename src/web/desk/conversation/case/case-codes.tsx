import { ExternalLink, Search, TriangleAlert } from 'lucide-react';
import type { Entity } from '../../../../domain/entities.ts';
import type { Explorers } from '../../../../domain/explorers.ts';
import { shortenMiddle } from '../../../shared/long-code.ts';
import { CopyButton } from '../../../staff/controls/copy-button.tsx';
import { InnerLink } from '../../../staff/controls/inner-link.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { entityText } from '../../state/entity-text.ts';
import { explorerLink, searchLink } from '../../state/explorer-link.ts';
import { useExplorers } from './use-explorers.ts';

/**
 * What a colleague looks up elsewhere: copied, searched for in other conversations, or opened on the
 * explorer of the settings. Links that contacts wrote are text: nobody opens a scam page from here.
 */
export function CaseCodes({ codes }: { codes: readonly Entity[] }) {
  const explorers = useExplorers();
  if (codes.length === 0) return null;
  return <ul className="case-codes">{codes.map((code) => <CaseCode key={`${code.kind} ${code.value}`} code={code} explorers={explorers} />)}</ul>;
}

function CaseCode({ code, explorers }: { code: Entity; explorers: Explorers }) {
  const { t } = usePreferences();
  const { kind, network, checksum } = code;
  const text = entityText(code);
  // Fakes share the ends of the address that they imitate, so addresses are shown whole.
  const shown = kind === 'transaction' ? shortenMiddle(text, 10) : text;
  return (
    <li className="case-code">
      <span className="case-code-name">{t(`entityKinds.${kind}`)}{network && <> · <bdi>{network}</bdi></>}</span>
      <span className="case-code-actions">
        <CodeLinks text={text} explorer={explorerLink(explorers, code)} />
        <CopyButton text={text} />
      </span>
      <bdi dir="ltr" className="case-code-value" title={shown === text ? undefined : text}>{shown}</bdi>
      {checksum === 'invalid' && <p className="case-warning"><TriangleAlert size={14} strokeWidth={2.5} aria-hidden />{t('case.wrongChecksum')}</p>}
    </li>
  );
}

function CodeLinks({ text, explorer }: { text: string; explorer: string | null }) {
  const { t } = usePreferences();
  const short = shortenMiddle(text);
  const search = t('case.search', { code: short });
  const open = t('case.explorer', { code: short });
  return (
    <>
      {explorer !== null && (
        <a className="button icon-link" data-kind="quiet" data-icon-only href={explorer} target="_blank" rel="noopener noreferrer" title={open} aria-label={`${open} ${t('opensInNewTab')}`}>
          <ExternalLink size={16} aria-hidden />
        </a>
      )}
      <InnerLink className="button icon-link quiet-link" href={searchLink(text)} label={search} title={search}><Search size={16} aria-hidden /></InnerLink>
    </>
  );
}
