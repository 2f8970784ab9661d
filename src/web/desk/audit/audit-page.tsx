import { Download, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { PageState } from '../../staff/controls/page-state.tsx';
import { toQuery } from '../../staff/connection/request.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useDeskApi } from '../connection/desk-context.tsx';
import { useResource } from '../settings/use-resource.ts';
import { AuditFilterBar } from './audit-filter-bar.tsx';
import { AuditTable } from './audit-table.tsx';
import { ChainState, type Verdict } from './chain-state.tsx';
import { NO_FILTER, toAuditQuery, useAudit } from './use-audit.ts';

/** Who did what: the log that cannot be changed, for administrators. */
export function AuditPage() {
  const { t } = usePreferences();
  const api = useDeskApi();
  const [filter, setFilter] = useState(NO_FILTER);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const people = useResource(api.listPeople);
  const audit = useAudit(filter);
  const names = new Map(people.value?.people.map(({ agent }) => [agent.id, agent.name]));

  function verify(): void {
    setVerdict({ state: 'reading' });
    api.verifyAudit().then(setVerdict, () => { setVerdict({ state: 'failed' }); });
  }

  return (
    <div className="section-body audit">
      <header className="section-head">
        <h1>{t('audit.title')}</h1>
        <div className="audit-ways">
          <Button className="button" onPress={verify} isDisabled={verdict?.state === 'reading'}><ShieldCheck size={16} aria-hidden />{t('audit.verify')}</Button>
          <a className="button" href={`/api/desk/audit/csv?${toQuery(toAuditQuery(filter))}`} download><Download size={16} aria-hidden />{t('audit.csv')}</a>
        </div>
      </header>
      <ChainState verdict={verdict} />
      <AuditFilterBar filter={filter} people={people.value?.people.map(({ agent }) => agent) ?? []} onChange={setFilter} />
      {audit.entries === null || (audit.failed && audit.entries.length === 0)
        ? <PageState failed={audit.failed} onRetry={audit.reload} />
        : <AuditTable entries={audit.entries} names={names} />}
      {audit.hasMore && <Button className="button audit-more" onPress={audit.readMore}>{t('audit.more')}</Button>}
    </div>
  );
}
