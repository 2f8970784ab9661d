import { BookOpenText } from 'lucide-react';
import type { MouseEvent } from 'react';
import { allows } from '../../../domain/roles.ts';
import { useDeskState } from '../connection/desk-context.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { isPlainClick } from '../../staff/controls/plain-click.ts';
import { INBOX_ICON, SECTIONS, type Section } from './sections.tsx';

interface RailProps {
  readonly section: Section | null;
  readonly onSelect: (section: Section | null) => void;
}

/** The parts of the desk that this agent may see, at its edge. */
export function Rail({ section, onSelect }: RailProps) {
  const { t } = usePreferences();
  const role = useDeskState((state) => state.me.role);
  const visible = (Object.keys(SECTIONS) as Section[]).filter((id) => allows(role, SECTIONS[id].needs));

  function link(id: Section | null) {
    const Icon = id === null ? INBOX_ICON : SECTIONS[id].icon;
    const name = t(`sections.${id ?? 'inbox'}`);
    return (
      <a
        key={id ?? 'inbox'}
        className="rail-link"
        href={id === null ? '/desk' : `/desk/${id}`}
        title={name}
        aria-current={id === section ? 'page' : undefined}
        onClick={(event: MouseEvent) => {
          if (!isPlainClick(event)) return;
          event.preventDefault();
          onSelect(id);
        }}
      >
        <Icon size={18} aria-hidden /><span className="rail-name">{name}</span>
      </a>
    );
  }

  return <nav className="rail" aria-label={t('sections.label')}>{link(null)}{visible.map(link)}{allows(role, 'knowledge.edit') && <EditorLink />}</nav>;
}

/** Another page: the articles. */
function EditorLink() {
  const { t } = usePreferences();
  const name = t('sections.editor');
  return <a className="rail-link rail-other" href="/editor" title={name}><BookOpenText size={18} aria-hidden /><span className="rail-name">{name}</span></a>;
}
