import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { AttachmentStore, Clock, StoredFile } from '../../src/ports.ts';
import { createManualClock } from '../fakes/manual-clock.ts';

export interface OpenedAttachments {
  readonly attachments: AttachmentStore;
  close(): Promise<void>;
}

const CONTENT = new Uint8Array([0, 1, 2, 255, 0]);
const MOST_LOOSE = 3;

/** What every implementation of AttachmentStore must do. */
export function describeAttachmentStore(name: string, open: (clock: Clock) => Promise<OpenedAttachments>): void {
  describe(`attachment store: ${name}`, () => {
    const clock = createManualClock();
    let opened: OpenedAttachments;
    beforeEach(async () => { opened = await open(clock); });
    afterEach(() => opened.close());

    const file = (sender: { contactId?: string; agentId?: string }): Omit<StoredFile, 'conversationId'> => ({
      id: uuidv7(), name: '收据.png', type: 'image/png', bytes: CONTENT.length, sha256: 'a'.repeat(64), contactId: sender.contactId ?? null, agentId: sender.agentId ?? null,
    });
    const add = async (sender: { contactId?: string; agentId?: string }): Promise<string> => {
      const added = file(sender);
      expect(await opened.attachments.add(added, CONTENT, MOST_LOOSE)).toBe('added');
      return added.id;
    };

    it('gives back every byte, and what is known of the file', async () => {
      const added = file({ contactId: 'contact' });
      await opened.attachments.add(added, CONTENT, MOST_LOOSE);
      expect(await opened.attachments.find(added.id)).toEqual({ ...added, conversationId: null });
      expect(new Uint8Array(await opened.attachments.read(added.id) ?? [])).toEqual(CONTENT);
      expect(await opened.attachments.find(uuidv7())).toBeUndefined();
      expect(await opened.attachments.read(uuidv7())).toBeUndefined();
    });

    it('ties files to one conversation of their sender, all or none', async () => {
      const [first, second, foreign] = [await add({ contactId: 'contact' }), await add({ contactId: 'contact' }), await add({ contactId: 'other' })];
      expect(await opened.attachments.attach([first, foreign], 'conversation', { contactId: 'contact' })).toBe(false);
      expect(await opened.attachments.attach([first, uuidv7()], 'conversation', { contactId: 'contact' })).toBe(false);
      expect((await opened.attachments.find(first))?.conversationId).toBeNull();
      expect(await opened.attachments.attach([first, second, first], 'conversation', { contactId: 'contact' })).toBe(true);
      expect((await opened.attachments.find(second))?.conversationId).toBe('conversation');
      expect(await opened.attachments.attach([first], 'conversation', { contactId: 'contact' })).toBe(true);
      expect(await opened.attachments.attach([first], 'another', { contactId: 'contact' })).toBe(false);
      expect(await opened.attachments.attach([], 'conversation', { contactId: 'contact' })).toBe(true);
    });

    it('does not take an agent for a contact with the same id', async () => {
      const id = await add({ agentId: 'ana' });
      expect(await opened.attachments.attach([id], 'conversation', { contactId: 'ana' })).toBe(false);
      expect(await opened.attachments.attach([id], 'conversation', { agentId: 'ana' })).toBe(true);
    });

    it('takes no more of one sender than a limit of files that no message carries', async () => {
      const ids = [await add({ contactId: 'contact' }), await add({ contactId: 'contact' }), await add({ contactId: 'contact' })];
      const fourth = file({ contactId: 'contact' });
      expect(await opened.attachments.add(fourth, CONTENT, MOST_LOOSE)).toBe('too-many');
      expect(await opened.attachments.find(fourth.id)).toBeUndefined();
      await add({ contactId: 'other' });
      await opened.attachments.attach(ids.slice(0, 1), 'conversation', { contactId: 'contact' });
      await add({ contactId: 'contact' });
    });

    it('removes what no message came to carry, and nothing else', async () => {
      const [loose, carried] = [await add({ contactId: 'contact' }), await add({ contactId: 'contact' })];
      await opened.attachments.attach([carried], 'conversation', { contactId: 'contact' });
      clock.advance(1_000);
      const young = await add({ contactId: 'contact' });
      expect(await opened.attachments.removeLoose(clock.now())).toBe(1);
      expect(await opened.attachments.find(loose)).toBeUndefined();
      expect(await opened.attachments.find(carried)).toBeDefined();
      expect(await opened.attachments.find(young)).toBeDefined();
    });
  });
}
