import * as z from 'zod';
import { ERROR_CODES } from '../domain/errors.ts';
import { contactClientFrameSchema, contactServerFrameSchema } from '../protocol/contact.ts';
import { deskClientFrameSchema, deskServerFrameSchema } from '../protocol/desk.ts';
import { ROUTES, type Route } from '../protocol/http.ts';

/** OpenAPI 3.1 of the whole API, made from the schemas that the server itself validates with. */
export function describeApi(version: string, publicUrl: string): object {
  const named: Named = {};
  const paths: Record<string, Record<string, object>> = {};
  for (const [operationId, route] of Object.entries<Route>(ROUTES)) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: describeOperation(operationId, route, named) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Vigil', version, description: 'Everything that the widget does over the WebSocket can be done here. The frames of the sockets are described in docs/protocol.md and under components.' },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      securitySchemes: {
        contact: { type: 'http', scheme: 'bearer', description: 'Token from POST /api/contact/session.' },
        agent: { type: 'apiKey', in: 'cookie', name: 'vigil_session', description: 'Over https its name is __Host-vigil_session.' },
        'sign-in': { type: 'apiKey', in: 'cookie', name: 'vigil_sign_in', description: 'Between the password and the second factor.' },
      },
      schemas: Object.assign(named, {
        Error: toSchema(errorBody, named),
        ContactClientFrame: toSchema(contactClientFrameSchema, named),
        ContactServerFrame: toSchema(contactServerFrameSchema, named),
        DeskClientFrame: toSchema(deskClientFrameSchema, named),
        DeskServerFrame: toSchema(deskServerFrameSchema, named),
      }),
    },
  };
}

const errorBody = z.object({
  error: z.object({ code: z.enum(Object.keys(ERROR_CODES) as [string, ...string[]]), message: z.string(), field: z.string().optional(), retryAfter: z.int().positive().optional().describe('Seconds after which the same may succeed.') }),
});

function describeOperation(operationId: string, route: Route, named: Named): object {
  return {
    operationId,
    summary: route.summary,
    parameters: [...parameters('path', route.params, named), ...parameters('query', route.query, named), ...parameters('header', route.headers, named)],
    ...(route.bytes === undefined ? {} : { requestBody: { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary', maxLength: route.bytes } } } } }),
    ...(route.body ? { requestBody: { required: true, content: { 'application/json': { schema: toSchema(route.body, named, 'input') } } } } : {}),
    responses: {
      200: { description: 'Done.', ...(route.response ? { content: { 'application/json': { schema: toSchema(route.response, named) } } } : {}) },
      default: { description: 'Refused, and nothing changed.', content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } },
    },
    ...(route.access === 'public' ? {} : { security: securityOf(route.access).map((scheme) => ({ [scheme]: [] })) }),
    'x-access': route.access,
  };
}

function securityOf(access: Exclude<Route['access'], 'public'>): readonly string[] {
  if (access === 'claimant') return ['agent', 'sign-in'];
  if (access === 'contact-or-agent') return ['contact', 'agent'];
  return [access === 'contact' ? 'contact' : 'agent'];
}

function parameters(place: 'path' | 'query' | 'header', schema: z.ZodObject | undefined, named: Named): object[] {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => ({
    name, in: place, required: place === 'path' || !(field as z.ZodType).safeParse(undefined).success, schema: toSchema(field as z.ZodType, named, 'input'),
  }));
}

/** Schemas that others name, by name; collected while the document is made. */
type Named = Record<string, object>;

/** A JSON Schema as OpenAPI 3.1 has it: what it names stands once, under components. */
function toSchema(schema: z.ZodType, named: Named, io: 'input' | 'output' = 'output'): object {
  const text = JSON.stringify(z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }));
  const { $schema: _dialect, $defs = {}, ...described } = JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/')) as { $schema: string; $defs?: Named };
  Object.assign(named, $defs);
  return described;
}
