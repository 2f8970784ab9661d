import type { z } from 'zod';
import type { agentSchema, deskConversationSchema } from '../../../protocol/desk.ts';

/** The wire's things as the desk calls them. Types only: the schemas stay out of the bundle. */
export type DeskConversation = z.infer<typeof deskConversationSchema>;
export type Me = z.infer<typeof agentSchema>;
export interface SignedInAs { readonly agent: Me; readonly assist: boolean }
export type Colleague = Omit<Me, 'email'>;
