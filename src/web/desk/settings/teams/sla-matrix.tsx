import type { TeamSettings } from '../../../../domain/desk-settings.ts';
import { SLA_TARGETS } from '../../../../domain/sla.ts';
import { URGENCIES } from '../../../../domain/urgencies.ts';
import { UrgencyMark } from '../../../staff/controls/urgency-mark.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { TermInput } from '../fields/term-input.tsx';

/** What is promised for each urgency, in working time. */
export function SlaMatrix({ sla, onChange }: { sla: TeamSettings['sla']; onChange: (sla: TeamSettings['sla']) => void }) {
  const { t } = usePreferences();
  return (
    <>
      <h3>{t('settings.sla.title')}</h3>
      <p className="field-hint">{t('settings.sla.hint')}</p>
      <table className="sla">
        <thead>
          <tr>
            <th scope="col"><span className="only-read-aloud">{t('settings.sla.urgency')}</span></th>
            {SLA_TARGETS.map((target) => <th key={target} scope="col">{t(`settings.targets.${target}`)}</th>)}
          </tr>
        </thead>
        <tbody>
          {URGENCIES.map((urgency) => (
            <tr key={urgency}>
              <th scope="row"><UrgencyMark urgency={urgency} /></th>
              {SLA_TARGETS.map((target) => (
                <td key={target}>
                  <TermInput
                    label={t('settings.sla.cell', { urgency: t(`urgency.${urgency}`), target: t(`settings.targets.${target}`) })}
                    value={sla[urgency][target]}
                    onChange={(minutes) => { onChange({ ...sla, [urgency]: { ...sla[urgency], [target]: minutes } }); }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
