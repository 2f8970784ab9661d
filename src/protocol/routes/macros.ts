import * as z from 'zod';
import { macroSchema } from '../../domain/macro.ts';
import type { Route } from './route.ts';

const macroParams = z.object({ macroId: z.uuid() });

/** A macro of the greatest length in every language, also where each character is escaped. */
const LARGEST_MACRO_BYTES = 1024 * 1024;

/** Agents' prepared replies. */
export const MACRO_ROUTES = {
  listMacros: {
    method: 'get', path: '/api/desk/macros', access: 'conversations.handle',
    summary: 'Prepared replies by title: those for everybody and for the agent\'s teams; all of them for who configures the desk.',
    response: z.object({ macros: z.array(macroSchema), exchange: z.string().describe('What `{{exchange.name}}` stands for.') }),
  },
  saveMacro: {
    method: 'put', path: '/api/desk/macros/:macroId', access: 'desk.configure', audit: 'macro.saved',
    summary: 'Makes a prepared reply, or replaces the one with this id. Every desk is told.',
    params: macroParams, body: macroSchema.omit({ id: true }), limit: LARGEST_MACRO_BYTES, response: z.object({ macro: macroSchema }),
  },
  removeMacro: {
    method: 'delete', path: '/api/desk/macros/:macroId', access: 'desk.configure', audit: 'macro.removed',
    summary: 'Removes a prepared reply. Every desk is told.',
    params: macroParams, response: z.object({}),
  },
} as const satisfies Record<string, Route>;
