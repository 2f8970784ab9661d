import { z } from 'zod';
import { ERROR_CODES } from '../domain/errors.ts';
import { contactClientFrameSchema, contactServerFrameSchema } from '../protocol/contact.ts';
import { deskClientFrameSchema, deskServerFrameSchema } from '../protocol/desk.ts';
import { ROUTES, type Route } from '../protocol/http.ts';

/** OpenAPI 3.1 of the whole API, made from the schemas that the server itself validates with. */
export function describeApi(version: string, publicUrl: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const [operationId, route] of Object.entries<Route>(ROUTES)) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: describeOperation(operationId, route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Vigil', version, description: 'Everything that the widget does over the WebSocket can be done here. The frames of the sockets are described in docs/protocol.md and under components.' },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      securitySchemes: {
        contact: { type: 'http', scheme: 'bearer', description: 'Token from POST /api/contact/session.' },
        agent: { type: 'apiKey', in: 'cookie', name: 'vigil_session' },
      },
      schemas: {
        Error: toSchema(errorBody),
        ContactClientFrame: toSchema(contactClientFrameSchema),
        ContactServerFrame: toSchema(contactServerFrameSchema),
        DeskClientFrame: toSchema(deskClientFrameSchema),
        DeskServerFrame: toSchema(deskServerFrameSchema),
      },
    },
  };
}

const errorBody = z.object({
  error: z.object({ code: z.enum(Object.keys(ERROR_CODES) as [string, ...string[]]), message: z.string(), field: z.string().optional() }),
});

function describeOperation(operationId: string, route: Route): object {
  return {
    operationId,
    summary: route.summary,
    parameters: [...parameters('path', route.params), ...parameters('query', route.query)],
    ...(route.body ? { requestBody: { required: true, content: { 'application/json': { schema: toSchema(route.body, 'input') } } } } : {}),
    responses: {
      200: { description: 'Done.', content: { 'application/json': { schema: toSchema(route.response) } } },
      default: { description: 'Refused, and nothing changed.', content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } },
    },
    ...(route.access === 'public' ? {} : { security: [{ [route.access === 'contact' ? 'contact' : 'agent']: [] }] }),
    'x-access': route.access,
  };
}

function parameters(place: 'path' | 'query', schema: z.ZodObject | undefined): object[] {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => ({
    name, in: place, required: place === 'path' || !(field as z.ZodType).safeParse(undefined).success, schema: toSchema(field as z.ZodType, 'input'),
  }));
}

function toSchema(schema: z.ZodType, io: 'input' | 'output' = 'output'): object {
  const { $schema: _dialect, $defs: _ids, ...described } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }) as Record<string, unknown>;
  return described;
}
