import * as z from 'zod';

/** A JSON Schema as OpenAI's strict mode wants it. */
export type JsonSchema = Record<string, unknown>;

/**
 * The JSON Schema of an answer. Strict mode wants objects without further keys, and every key in
 * `required`: a schema with `.optional()` keys is refused there and asked for in words; use `.nullable()`.
 */
export function describeShape(schema: z.ZodType): JsonSchema {
  const { $schema: _version, ...shape } = z.toJSONSchema(schema, {
    io: 'input', // what the model writes, before the schema transforms it
    unrepresentable: 'any',
    override({ jsonSchema }) {
      if (jsonSchema.type === 'object' && jsonSchema.properties) jsonSchema.additionalProperties ??= false;
    },
  });
  return shape;
}

/** The same for a server that knows no `response_format`; a line at the end of what the system says. */
export function describeShapeInWords(shape: JsonSchema): string {
  return `Answer with one JSON value that fits this JSON Schema, and with nothing before or after it:\n${JSON.stringify(shape)}`;
}
