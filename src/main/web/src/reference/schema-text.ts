import { type Schema, schemaName } from './contract';

/** The kind of a value in a few words: `string, uuid`, `array of Citation`. */
export function kindOf(schema: Schema): string {
  const name = schemaName(schema);
  if (name) return name;
  if (schema.items) return `array of ${kindOf(schema.items)}`;
  const variants = schema.oneOf ?? schema.anyOf;
  if (variants) return variants.map(kindOf).join(' | ');
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : schema.type;
  const base = type ?? (schema.properties ? 'object' : 'any');
  return schema.format ? `${base}, ${schema.format}` : base;
}

/** Limits of a value, as `1 … 200` and the like; empty where there are none. */
export function limitsOf(schema: Schema): string {
  const { minimum, maximum, minLength, maxLength, pattern } = schema;
  const parts: string[] = [];
  if (minimum !== undefined || maximum !== undefined) {
    parts.push(`${minimum ?? ''} … ${maximum ?? ''}`.trim());
  }
  if (minLength !== undefined || maxLength !== undefined) {
    parts.push(`length ${minLength ?? 0} … ${maxLength ?? ''}`.trim());
  }
  if (pattern !== undefined) parts.push(pattern);
  return parts.join(', ');
}

type Schemas = Record<string, Schema> | undefined;

const DEEPEST = 5;

/** A value that fits a schema, for the examples. */
export function exampleOf(schema: Schema, schemas: Schemas, depth = 0): unknown {
  const name = schemaName(schema);
  if (name) return depth > DEEPEST ? {} : exampleOf(schemas?.[name] ?? {}, schemas, depth + 1);
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  const variant = schema.oneOf?.[0] ?? schema.anyOf?.[0];
  if (variant) return exampleOf(variant, schemas, depth + 1);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case 'integer':
    case 'number':
      return schema.minimum ?? 0;
    case 'boolean':
      return false;
    case 'array':
      return depth > DEEPEST || !schema.items ? [] : [exampleOf(schema.items, schemas, depth + 1)];
    case 'string':
      return exampleString(schema);
    default:
      return exampleObject(schema, schemas, depth);
  }
}

function exampleObject(schema: Schema, schemas: Schemas, depth: number): Record<string, unknown> {
  const wanted = new Set(schema.required ?? Object.keys(schema.properties ?? {}));
  return Object.fromEntries(
    Object.entries(schema.properties ?? {})
      .filter(([key]) => wanted.has(key))
      .map(([key, value]) => [key, exampleOf(value, schemas, depth + 1)]),
  );
}

function exampleString(schema: Schema): string {
  if (schema.format === 'uuid') return '018f3c7e-1b2a-7c3d-9e4f-5a6b7c8d9e0f';
  if (schema.format === 'date-time') return '2026-01-31T09:30:00Z';
  return '…';
}
