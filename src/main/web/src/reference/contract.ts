/** The part of OpenAPI 3.1 that the page reads. Everything may be missing. */
export interface Contract {
  info: { title: string; version: string; description?: string };
  tags?: { name: string; description?: string }[];
  paths?: Record<string, PathItem>;
  components?: {
    schemas?: Record<string, Schema>;
    parameters?: Record<string, Parameter>;
    responses?: Record<string, ResponseSpec>;
  };
}

export interface PathItem extends Partial<Record<Method, OperationSpec>> {
  parameters?: MaybeRef<Parameter>[];
}

export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
export type Method = (typeof METHODS)[number];

interface Ref {
  $ref: string;
}
export type MaybeRef<T> = T | Ref;

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
}

interface Content {
  schema?: Schema;
}

export interface ResponseSpec {
  description?: string;
  content?: Record<string, Content>;
}

export interface OperationSpec {
  operationId?: string;
  tags?: string[];
  summary?: string;
  description?: string;
  parameters?: MaybeRef<Parameter>[];
  requestBody?: { required?: boolean; content?: Record<string, Content> };
  responses?: Record<string, MaybeRef<ResponseSpec>>;
  'x-permission'?: string;
}

export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  default?: unknown;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
  additionalProperties?: Schema | boolean;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
}

export interface Operation {
  id: string;
  method: Method;
  path: string;
  spec: OperationSpec;
  parameters: Parameter[];
}

export interface OperationGroup {
  tag: string;
  description: string;
  operations: Operation[];
}

const nameOf = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

export function resolved<T extends object>(
  value: MaybeRef<T>,
  table: Record<string, T> | undefined,
): T | null {
  return '$ref' in value ? (table?.[nameOf((value as Ref).$ref)] ?? null) : (value as T);
}

export const schemaName = (schema: Schema): string | null =>
  schema.$ref ? nameOf(schema.$ref) : null;

/** Operations by their first tag, in the order of the contract. */
export function groupsOf(contract: Contract): OperationGroup[] {
  const groups = new Map<string, OperationGroup>();
  for (const { name, description = '' } of contract.tags ?? []) {
    groups.set(name, { tag: name, description, operations: [] });
  }
  for (const [path, item] of Object.entries(contract.paths ?? {})) {
    for (const method of METHODS) {
      const spec = item[method];
      if (!spec) continue;
      const tag = spec.tags?.[0] ?? 'other';
      const group = groups.get(tag) ?? { tag, description: '', operations: [] };
      groups.set(tag, group);
      const parameters = [...(item.parameters ?? []), ...(spec.parameters ?? [])].flatMap(
        (one) => resolved(one, contract.components?.parameters) ?? [],
      );
      const id = spec.operationId ?? `${method}-${path.replace(/\W+/g, '-')}`;
      group.operations.push({ id, method, path, spec, parameters });
    }
  }
  return [...groups.values()].filter((group) => group.operations.length > 0);
}
