import { AUDIT_ACTIONS } from '../../../domain/audit.ts';
import { ChoiceSelect } from '../../staff/controls/choice-select.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { AuditFilter } from './use-audit.ts';

interface AuditFilterBarProps {
  readonly filter: AuditFilter;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (filter: AuditFilter) => void;
}

/** Narrows the list: what was done, by whom, to what, and when. */
export function AuditFilterBar({ filter, people, onChange }: AuditFilterBarProps) {
  const { t } = usePreferences();
  const set = (change: Partial<AuditFilter>): void => { onChange({ ...filter, ...change }); };
  const input = (name: 'subject' | 'from' | 'to', type: 'text' | 'date') => (
    <label className="audit-field">
      <span>{t(`audit.filter.${name}`)}</span>
      <input type={type} value={filter[name]} maxLength={64} spellCheck={false} autoComplete="off" onChange={({ target: { value } }) => { set({ [name]: value }); }} />
    </label>
  );
  return (
    <div className="audit-filters" role="group" aria-label={t('audit.filter.label')}>
      <ChoiceSelect label={t('audit.filter.action')} value={filter.action} onChange={(action) => { set({ action }); }}
        choices={[{ id: '', name: t('audit.filter.any') }, ...AUDIT_ACTIONS.map((id) => ({ id, name: t(`audit.actions.${id}`) }))]} />
      <ChoiceSelect label={t('audit.filter.actor')} value={filter.actorId} onChange={(actorId) => { set({ actorId }); }}
        choices={[{ id: '', name: t('audit.filter.anybody') }, ...people]} />
      {input('subject', 'text')}
      {input('from', 'date')}
      {input('to', 'date')}
    </div>
  );
}
