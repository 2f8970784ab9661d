import { TriangleAlert } from 'lucide-react';
import type { Entity } from '../../../../domain/entities.ts';
import { shortenMiddle } from '../../../shared/long-code.ts';
import { formatWhen } from '../../format/format-when.ts';
import { formatPercent } from '../../../staff/format/names.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { entityText } from '../../state/entity-text.ts';

/** What the contact named, in the order of the text. */
export function EntityList({ entities }: { entities: readonly Entity[] }) {
  const { t, preferences: { language } } = usePreferences();
  const valueOf = useEntityValue();
  if (entities.length === 0) return null;
  return (
    <div>
      <h4>{t('understood.entities')}</h4>
      <dl className="pairs">
        {entities.map((entity, index) => (
          <div key={index}>
            <dt>{t(`entityKinds.${entity.kind}`)}</dt>
            <dd>
              <span className="part-value">
                <span><bdi>{valueOf(entity)}</bdi>{entity.network && <> · <bdi>{entity.network}</bdi></>}</span>
                <span className="part-sure">{formatPercent(entity.confidence, language)}</span>
              </span>
              {entity.checksum === 'invalid' && <span className="case-warning"><TriangleAlert size={12} strokeWidth={2.5} aria-hidden />{t('case.wrongChecksum')}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function useEntityValue(): (entity: Entity) => string {
  const { t, preferences: { language } } = usePreferences();
  return (entity) => {
    if (entity.kind === 'step') return t(`steps.${entity.value}`);
    return entity.kind === 'date' ? formatWhen(entity.value, language, Date.now()).words : shortenMiddle(entityText(entity), 10);
  };
}
