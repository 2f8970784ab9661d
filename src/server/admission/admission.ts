import { isTooMuch, saturationOf, secondsUntilRoom, type Limits, type RefusalReason, type Work } from '../../domain/admission.ts';
import type { Conversation } from '../../domain/conversation.ts';
import { AppError } from '../../domain/errors.ts';
import type { Locale } from '../../domain/locales.ts';
import type { Clock, ConversationStore } from '../../ports.ts';
import { createBuckets, type Bucket } from './buckets.ts';
import type { Origin } from './client-address.ts';

/** Who does something: a contact, from somewhere. */
export interface Caller {
  readonly contactId: string;
  readonly origin: Origin;
}

export interface Arriving {
  readonly conversationId: string | null;
  readonly text: string;
  readonly locale?: Locale | undefined;
  readonly wish?: 'person' | undefined;
}

/** What is counted: everything that was let in, why, and what was not. */
export type AdmissionNote =
  | { readonly what: 'message' | 'conversation' | 'upload' | 'action' | 'socket'; readonly outcome: 'admitted'; readonly reason: 'room' | 'people' | 'incident' }
  | { readonly what: 'message' | 'conversation' | 'upload' | 'action' | 'socket'; readonly outcome: 'refused'; readonly reason: RefusalReason };

/** Lets in what the process can carry. What is refused rejects with AppError `too-many-requests` or `unavailable`, which say when to try again. */
export interface Admission {
  admitMessage(caller: Caller, message: Arriving): Promise<void>;
  /** Whatever else a contact writes: ratings, marks, signs of typing. */
  admitAction(caller: Caller): void;
  admitUpload(caller: Caller): void;
  /** Call what it returns when the socket, or the held request, is closed. */
  openSocket(origin: Origin): () => void;
}

export interface AdmissionOptions {
  readonly limits: Limits;
  readonly readWork: () => Work;
  readonly conversations: Pick<ConversationStore, 'get'>;
  /** A quick look at words that would be refused. */
  readonly smellsOfDanger: (text: string, locale: Locale | null) => Promise<boolean>;
  readonly note: (note: AdmissionNote) => void;
  readonly clock: Clock;
}

const MINUTE_MS = 60_000;
/** So many marks and signs of typing come with a message. */
const ACTIONS_A_MESSAGE = 4;
/** Part of the share of incidents that one address may have. */
const INCIDENT_SHARE = 10;
/** Quick looks in a second: at 1.5 ms each, an eighth of the process. */
const LOOKS = { count: 80, ms: 1_000 };

const perMinute = (count: number) => ({ count, ms: MINUTE_MS });

type Refused = { readonly reason: RefusalReason; readonly seconds: number };

/** The limits of one process; its share of the whole is its share of the contacts. */
export function createAdmission({ limits, readWork, conversations, smellsOfDanger, note, clock }: AdmissionOptions): Admission {
  const buckets = createBuckets();
  const sockets = createSocketCounts();

  /** Of whoever calls from this machine nothing is counted but what the process bears. */
  const ofContact = (kind: string, { contactId, origin }: Caller, count: number): Bucket[] => (origin.isLocal ? [] : [{ key: `contact ${kind} ${contactId}`, rate: perMinute(count) }]);
  const ofAddress = (kind: string, { address, isLocal }: Origin, count: number): Bucket[] => (isLocal || address === null ? [] : [{ key: `address ${kind} ${address}`, rate: perMinute(count) }]);

  function take(wanted: readonly Bucket[]): Refused | undefined {
    const empty = buckets.take(wanted, clock.now());
    return empty && { reason: empty.emptyKey.split(' ')[0] as RefusalReason, seconds: Math.max(1, Math.ceil(empty.retryAfterMs / 1000)) };
  }

  function takeIfRoom(what: 'begins' | 'goes-on', wanted: readonly Bucket[]): Refused | undefined {
    const saturation = saturationOf(readWork(), limits);
    return isTooMuch(saturation, what) ? { reason: 'saturated', seconds: secondsUntilRoom(saturation) } : take(wanted);
  }

  /** Why this message is taken all the same. */
  async function isSpared({ contactId, origin }: Caller, { conversationId, text, locale }: Arriving): Promise<'people' | 'incident' | undefined> {
    if (conversationId !== null && isWithPeople(await conversations.get(conversationId), contactId)) return 'people';
    const looks = [{ key: 'process looks', rate: LOOKS }];
    if (buckets.take(looks, clock.now()) || !await smellsOfDanger(text, locale ?? null)) return undefined;
    return take([{ key: 'process incidents', rate: perMinute(limits.incidents) }, ...ofAddress('incidents', origin, limits.incidents / INCIDENT_SHARE)]) ? undefined : 'incident';
  }

  /** For what nobody is spared from. */
  function admit(what: 'upload' | 'action', refused: Refused | undefined): void {
    if (refused) refuse(what, refused);
    note({ what, outcome: 'admitted', reason: 'room' });
  }

  function refuse(what: AdmissionNote['what'], refused: Refused): never {
    note({ what, outcome: 'refused', reason: refused.reason });
    throw toError(refused);
  }

  return {
    async admitMessage(caller, message) {
      const begins = message.conversationId === null;
      const what = begins ? 'conversation' : 'message';
      const own = take(ofContact('messages', caller, limits.contactMessages));
      if (own) refuse(what, own);
      const refused = takeIfRoom(begins ? 'begins' : 'goes-on', [
        ...ofAddress('messages', caller.origin, limits.addressMessages),
        ...(begins ? [...ofAddress('conversations', caller.origin, limits.addressConversations), { key: 'process conversations', rate: perMinute(limits.conversations) }] : []),
      ]);
      const spared = refused && await isSpared(caller, message);
      if (refused && !spared) refuse(what, refused);
      note({ what, outcome: 'admitted', reason: spared ?? 'room' });
    },
    admitAction(caller) {
      admit('action', take(ofContact('actions', caller, limits.contactMessages * ACTIONS_A_MESSAGE)));
    },
    admitUpload(caller) {
      admit('upload', takeIfRoom('goes-on', [...ofContact('uploads', caller, limits.contactMessages), ...ofAddress('uploads', caller.origin, limits.addressMessages)]));
    },
    openSocket(origin) {
      const reason = sockets.whyFull(origin, limits);
      if (reason) refuse('socket', { reason, seconds: secondsUntilRoom(SOCKETS_FULL) });
      note({ what: 'socket', outcome: 'admitted', reason: 'room' });
      return sockets.open(origin);
    },
  };
}

/** Sockets live long: asking again soon is no use. */
const SOCKETS_FULL = 6;

function createSocketCounts(): { whyFull(origin: Origin, limits: Limits): RefusalReason | undefined; open(origin: Origin): () => void } {
  const ofAddress = new Map<string, number>();
  let all = 0;
  return {
    whyFull({ address, isLocal }, limits) {
      if (limits.sockets > 0 && all >= limits.sockets) return 'process';
      const isFull = address !== null && !isLocal && limits.addressSockets > 0 && (ofAddress.get(address) ?? 0) >= limits.addressSockets;
      return isFull ? 'address' : undefined;
    },
    open({ address }) {
      let isOpen = true;
      all += 1;
      if (address !== null) ofAddress.set(address, (ofAddress.get(address) ?? 0) + 1);
      return () => {
        if (!isOpen) return;
        isOpen = false;
        all -= 1;
        if (address === null) return;
        const left = (ofAddress.get(address) ?? 1) - 1;
        if (left > 0) ofAddress.set(address, left);
        else ofAddress.delete(address);
      };
    },
  };
}

function isWithPeople(conversation: Conversation | undefined, contactId: string): boolean {
  return conversation?.contactId === contactId && conversation.owner.kind !== 'assistant';
}

function toError({ reason, seconds }: Refused): AppError {
  const isOwn = reason === 'contact' || reason === 'address';
  return new AppError(isOwn ? 'too-many-requests' : 'unavailable', isOwn ? `too much from one ${reason}; try again in ${seconds} s` : `very many write right now; try again in ${seconds} s`, { retryAfter: seconds });
}
