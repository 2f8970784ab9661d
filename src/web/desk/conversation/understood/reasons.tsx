import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';

/** The rules that spoke, as the assistant writes them into the log. */
export function Reasons({ reasons }: { reasons: readonly string[] }) {
  const { t } = usePreferences();
  if (reasons.length === 0) return null;
  return <div><h4>{t('understood.why')}</h4><ul className="reasons">{reasons.map((reason, index) => <li key={index}><bdi>{reason}</bdi></li>)}</ul></div>;
}
