import { Eye, PencilLine } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { useDeskState } from '../connection/desk-context.tsx';
import { useTicking } from '../../staff/format/use-ticking.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { Viewer } from '../state/live.ts';

/** Whoever writes says so every few seconds; after this silence they have stopped. */
const WRITING_LASTS_MS = 6_000;
const NOBODY: readonly never[] = [];

/** Says above the field who else has the conversation on the screen, and louder when they write as well: two answers are worse than one. */
export function Onlookers({ conversationId }: { conversationId: string }) {
  const { t, preferences: { language } } = usePreferences();
  const myId = useDeskState((state) => state.me.id);
  const viewers = useDeskState((state) => state.viewers.get(conversationId)) ?? NOBODY;
  const writing = useDeskState((state) => state.writing.get(conversationId));
  const names = useMemo(() => new Intl.ListFormat(language, { type: 'conjunction' }), [language]);
  const others = useMemo(() => viewers.filter(({ agentId }) => agentId !== myId), [viewers, myId]);
  const isWriting = useCallback((agentId: string, now: number) => now - (writing?.get(agentId) ?? -Infinity) < WRITING_LASTS_MS, [writing]);
  // Drawn anew only when others write, not every second.
  const writerIds = useTicking(useCallback((now: number) => others.filter(({ agentId }) => isWriting(agentId, now)).map(({ agentId }) => agentId).join(' '), [others, isWriting]));
  const writers = others.filter(({ agentId }) => writerIds.split(' ').includes(agentId));
  const say = (kind: 'looking' | 'writing', people: readonly Viewer[]): string => t(`onlookers.${kind}`, { count: people.length, names: names.format(people.map(({ name }) => name)) });
  return (
    <div className="onlookers" role="status">
      {writers.length > 0 && <p data-strong><PencilLine size={14} aria-hidden />{say('writing', writers)}</p>}
      {writers.length === 0 && others.length > 0 && <p><Eye size={14} aria-hidden />{say('looking', others)}</p>}
    </div>
  );
}
