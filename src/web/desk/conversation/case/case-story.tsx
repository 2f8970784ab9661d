import { Clamped } from '../../controls/clamped.tsx';
import { ShortText } from '../../controls/short-text.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';

/** The contact's own words. */
export function CaseStory({ story }: { story: readonly string[] }) {
  const { t } = usePreferences();
  if (story.length === 0) return null;
  return (
    <section className="case-story" aria-label={t('case.story')}>
      {story.map((text, index) => <blockquote key={index} dir="auto"><Clamped><ShortText text={text} /></Clamped></blockquote>)}
    </section>
  );
}
