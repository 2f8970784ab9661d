import { ShieldAlert, ShieldCheck } from 'lucide-react';
import type { RouteOutput } from '../../../protocol/http.ts';
import { formatNumber } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';

export type Verdict = RouteOutput<'verifyAudit'> | { readonly state: 'reading' | 'failed' };

/** Whether the chain holds, in words and in colour. */
export function ChainState({ verdict }: { verdict: Verdict | null }) {
  const { t, preferences: { language } } = usePreferences();
  return <div role="status" className="audit-verdict">{verdict && render(verdict)}</div>;

  function render(one: Verdict) {
    switch (one.state) {
      case 'reading': return <p>{t('audit.reading')}</p>;
      case 'failed': return <p className="audit-broken"><ShieldAlert size={16} aria-hidden />{t('errors.unavailable')}</p>;
      case 'broken': return <p className="audit-broken"><ShieldAlert size={16} aria-hidden />{t(`audit.broken.${one.problem}`, { seq: formatNumber(one.seq, language) })}</p>;
      case 'unbroken': return <p className="audit-whole"><ShieldCheck size={16} aria-hidden /><span>{t('audit.unbroken', { count: one.entries })} <span className="audit-head">{t('audit.head')} <code dir="ltr">{one.head.slice(0, 16)}…</code></span></span></p>;
    }
  }
}
