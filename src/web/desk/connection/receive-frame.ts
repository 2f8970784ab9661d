import type { ConversationEvent } from '../../../domain/events.ts';
import type { DeskServerFrame } from '../../../protocol/desk.ts';
import type { DeskAction } from '../state/desk-state.ts';
import type { Me } from '../state/model.ts';
import type { CommandOutcome } from './commands.ts';

/** What a frame of the server sets off. */
export interface FrameEffects {
  readonly me: Me;
  readonly now: () => number;
  readonly dispatch: (action: DeskAction) => void;
  readonly onWelcome: () => void;
  /** Settings, macros or colleagues are others now. */
  readonly onConfiguration: () => void;
  readonly settle: (id: string, outcome: CommandOutcome) => void;
}

export function receiveFrame(frame: DeskServerFrame, { me, now, dispatch, onWelcome, onConfiguration, settle }: FrameEffects): void {
  switch (frame.type) {
    case 'welcome':
      // Who it is may have changed: other teams, another role.
      dispatch({ type: 'me.told', me: frame.agent });
      onWelcome();
      return;
    case 'conversations':
      dispatch({ type: 'conversations.arrived', conversations: frame.conversations, gone: frame.gone });
      return;
    case 'events':
      // The wire's type knows an event's data only as an object; the domain's knows which.
      dispatch({ type: 'events.arrived', conversationId: frame.conversationId, events: frame.events as ConversationEvent[] });
      return;
    case 'typing':
      if (frame.from === 'agent' && frame.name === me.name) return;
      dispatch({ type: 'typing.seen', conversationId: frame.conversationId, typing: { from: frame.from, name: frame.name ?? null, at: now() } });
      return;
    case 'writing':
      if (frame.agentId !== me.id) dispatch({ type: 'writing.seen', conversationId: frame.conversationId, agentId: frame.agentId, at: now() });
      return;
    case 'presence':
      dispatch({ type: 'presence.told', presence: new Map(Object.entries(frame.agents)) });
      return;
    case 'viewing':
      dispatch({ type: 'viewers.told', conversationId: frame.conversationId, viewers: frame.agents });
      return;
    case 'read':
      dispatch({ type: 'read.told', conversationId: frame.conversationId, marks: { contact: frame.contact, agents: frame.agents }, at: now() });
      return;
    case 'configuration':
      onConfiguration();
      return;
    case 'ack':
      settle(frame.id, { ok: true, conversationId: frame.conversationId });
      return;
    case 'error':
      if (frame.id !== undefined) settle(frame.id, { ok: false, code: frame.code });
      return;
    case 'pong':
  }
}
