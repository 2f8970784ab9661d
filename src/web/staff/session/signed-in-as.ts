import type { z } from 'zod';
import type { agentSchema } from '../../../protocol/desk.ts';

/** Whoever is signed in. Types only: the schemas stay out of the bundle. */
export type Me = z.infer<typeof agentSchema>;
export interface SignedInAs { readonly agent: Me; readonly assist: boolean }
