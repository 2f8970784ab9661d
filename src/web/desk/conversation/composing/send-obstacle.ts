import { openVariables } from '../../../../domain/macro.ts';
import { allows } from '../../../../domain/roles.ts';
import type { Upload } from '../../connection/uploads.ts';
import type { Translate } from '../../../staff/preferences/phrases.ts';
import { textOf, toOutgoing, type Draft } from '../../state/drafts.ts';
import type { DeskConversation, Me } from '../../state/model.ts';
import { MAX_MESSAGE_LENGTH } from '../message-limits.ts';
import type { Actions } from '../use-actions.ts';

interface Moment {
  readonly t: Translate;
  readonly conversation: DeskConversation;
  readonly me: Me;
  readonly actions: Pick<Actions, 'obstacle'>;
  readonly uploads: readonly Upload[];
}

/** Why nothing at all can be sent in this mode now, in words; null where something can. */
export function modeObstacle(mode: Draft['mode'], { t, conversation: { owner }, me, actions }: Omit<Moment, 'uploads'>): string | null {
  if (mode !== 'whisper') return actions.obstacle(mode);
  if (!allows(me.role, 'conversations.oversee')) return t('unavailable.not-allowed.any');
  if (owner.kind !== 'agent') return t('composing.whisper.nobody');
  return owner.agentId === me.id ? t('composing.whisper.mine') : null;
}

/** Why the draft as it is cannot be sent now, in words; null where it can. */
export function sendObstacle(draft: Draft, moment: Moment): string | null {
  const { t, uploads } = moment;
  const { mode } = draft;
  const { text } = toOutgoing(draft);
  const [open] = mode === 'reply' ? openVariables(textOf(draft)) : [];
  const failed = mode === 'reply' ? uploads.find(({ problem }) => problem !== null) : undefined;
  if (failed) return t('composing.files.notUploaded', { name: failed.file.name });
  if (mode === 'reply' && uploads.length > 0) return t('composing.files.wait');
  if (text === '') return t(`composer.empty.${mode}`);
  if (text.length > MAX_MESSAGE_LENGTH) return t('composer.tooLong', { count: MAX_MESSAGE_LENGTH });
  if (open !== undefined) return t('composing.variables.notFilled', { variable: `{{${open}}}` });
  return modeObstacle(mode, moment);
}
