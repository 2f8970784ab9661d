import type { z } from 'zod';
import type { deskConversationSchema } from '../../../protocol/desk.ts';
import type { Me } from '../../staff/session/signed-in-as.ts';

export type { Me, SignedInAs } from '../../staff/session/signed-in-as.ts';

/** The wire's things as the desk calls them. Types only: the schemas stay out of the bundle. */
export type DeskConversation = z.infer<typeof deskConversationSchema>;
export type Colleague = Omit<Me, 'email'>;
