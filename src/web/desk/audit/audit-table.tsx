import { ScrollText } from 'lucide-react';
import { shortenMiddle } from '../../shared/long-code.ts';
import { formatMoment } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { AuditEntry } from './use-audit.ts';

/** One row an entry. @param names of agents, by id: what is about one of them is shown by name. */
export function AuditTable({ entries, names }: { entries: readonly AuditEntry[]; names: ReadonlyMap<string, string> }) {
  const { t, preferences: { language } } = usePreferences();
  if (entries.length === 0) return <p className="audit-empty"><ScrollText size={20} aria-hidden />{t('audit.empty')}</p>;
  return (
    <table className="audit-table">
      <thead><tr>{(['at', 'actor', 'action', 'subject', 'details'] as const).map((column) => <th key={column} scope="col">{t(`audit.columns.${column}`)}</th>)}</tr></thead>
      <tbody>
        {entries.map(({ seq, at, actor, action, subject, details }) => (
          <tr key={seq}>
            <td className="audit-at"><time dateTime={new Date(at).toISOString()}>{formatMoment(at, language)}</time></td>
            <td><bdi>{actor.name || t(`audit.actors.${actor.kind}`)}</bdi>{actor.kind === 'unknown' && actor.name !== '' && <span className="audit-note">{t('audit.actors.unknown')}</span>}</td>
            <th scope="row">{t(`audit.actions.${action}`)}</th>
            <td>{subject !== null && subject !== actor.id && <bdi title={subject}>{names.get(subject) ?? <code>{shortenMiddle(subject)}</code>}</bdi>}</td>
            <td className="audit-details">{Object.entries(details).filter(([, value]) => value !== null && value !== '').map(([name, value]) => <span key={name}><span>{t(`audit.details.${name}`, { defaultValue: name })}</span> <bdi>{String(value)}</bdi></span>)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
