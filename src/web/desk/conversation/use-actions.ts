import { useMemo, useState } from 'react';
import type { ThreadAddressee } from '../../../domain/events.ts';
import type { Team } from '../../../domain/teams.ts';
import type { CommandOutcome, ImmediateCommand } from '../connection/commands.ts';
import type { Desk } from '../connection/desk.ts';
import { useDesk, useDeskState } from '../connection/desk-context.tsx';
import { showNotice } from '../../staff/controls/toasts.tsx';
import { formatUntil } from '../format/format-until.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { Translate } from '../../staff/preferences/phrases.ts';
import { obstacleTo, type Action, type Attempt, type Obstacle } from '../state/availability.ts';
import type { DeskConversation } from '../state/model.ts';
import { newMessageId } from './new-message-id.ts';

/** To whom a conversation can be given. */
export type Destination = { readonly kind: 'team'; readonly team: Team } | { readonly kind: 'agent'; readonly agentId: string; readonly name: string };
/** What needs nothing said beside it. */
export type PlainAction = Exclude<Action, 'assign' | 'transfer' | 'snooze' | 'open-thread'>;

export interface Actions {
  /** Why it cannot be done now, in words; null where it can. */
  obstacle(attempt: Attempt): string | null;
  /** The same as a yes or no, and says the reason where it is a no. */
  isOpenTo(attempt: Attempt): boolean;
  /** Does it, or says why not. */
  attempt(action: PlainAction): void;
  /** These say whether it was done, so that nothing that was written is thrown away where it was not. */
  give(to: Destination, note: string): Promise<boolean>;
  snooze(until: number): Promise<boolean>;
  openThread(to: ThreadAddressee, text: string): Promise<boolean>;
}

/** What the agent can do to a conversation, with every outcome told in words. */
export function useActions(conversation: DeskConversation | undefined): Actions {
  const { t, preferences: { language } } = usePreferences();
  const desk = useDesk();
  const me = useDeskState((state) => state.me);
  const online = useDeskState((state) => state.link === 'online');
  const [pending, setPending] = useState(false);

  return useMemo(() => {
    const obstacle = (attempt: Attempt): string | null => {
      if (!conversation) return t('loading');
      const found = obstacleTo(attempt, conversation, { me, online });
      return found && explain(t, found, attempt, conversation);
    };
    const isOpenTo = (attempt: Attempt): boolean => {
      const reason = obstacle(attempt);
      if (reason !== null) showNotice('problem', reason);
      return reason === null;
    };
    async function run(command: Extract<ImmediateCommand, { type: Action }>, done: string): Promise<boolean> {
      if (!conversation || pending || !isOpenTo(command.type)) return false;
      setPending(true);
      const outcome = await desk.command(conversation.id, command);
      setPending(false);
      if (outcome.ok) showNotice('done', done);
      else showNotice('problem', await explainRefusal(t, desk, conversation.id, command.type, outcome));
      return outcome.ok;
    }
    return {
      obstacle,
      isOpenTo,
      attempt: (action) => {
        // Nobody closes over a message that came in this moment and was not read.
        const seen = action === 'return' || action === 'resolve' ? { seenSeq: conversation?.seq } : {};
        void run({ type: action, ...seen }, t(`done.${action}`));
      },
      give(to, note) {
        const withNote = note.trim() === '' ? {} : { note: note.trim(), clientMessageId: newMessageId() };
        return to.kind === 'team'
          ? run({ type: 'transfer', team: to.team, ...withNote }, t('done.transfer', { team: t(`teams.${to.team}`) }))
          : run({ type: 'assign', agentId: to.agentId, ...withNote }, to.agentId === me.id ? t('done.claim') : t('done.assign', { name: to.name }));
      },
      snooze: (until) => run({ type: 'snooze', until }, t('done.snooze', { until: formatUntil(until, Date.now(), language) })),
      openThread: (to, text) => run({ type: 'open-thread', to, text: text.trim(), clientMessageId: newMessageId() }, t('done.open-thread')),
    };
  }, [conversation, desk, me, online, pending, t, language]);
}

function explain(t: Translate, obstacle: Obstacle, attempt: Attempt, { owner }: DeskConversation): string {
  const name = owner.kind === 'agent' ? owner.name : '';
  return t([`unavailable.${obstacle}.${attempt}`, `unavailable.${obstacle}.any`], { name });
}

/** The server knew better. By now so do we: who has it, or that it is resolved, is said by name. */
async function explainRefusal(t: Translate, desk: Desk, conversationId: string, action: Action, { code }: Extract<CommandOutcome, { ok: false }>): Promise<string> {
  if (code !== 'offline') await desk.refresh(conversationId);
  const owner = desk.getState().conversations.get(conversationId)?.owner;
  const name = owner?.kind === 'agent' ? owner.name : '';
  if (name !== '' && (code === 'already-claimed' || code === 'not-owner')) return t(`refused.${code}`, { name });
  return t([`refused.${code}`, `errors.${code}`, 'errors.internal'], { name, action: t(`actions.${action}`) });
}
