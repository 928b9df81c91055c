import { useText } from '../platform/i18n';
import { type Contract, type Schema, schemaName } from './contract';
import { Words } from './prose';
import { kindOf, limitsOf } from './schema-text';

/** The kind of a value, linked to its schema where it has a name. */
export function SchemaKind({ schema }: { schema: Schema }) {
  const target = schemaName(schema) ?? (schema.items && schemaName(schema.items));
  const kind = kindOf(schema);
  if (!target) return <span className="font-mono text-xs text-muted">{kind}</span>;
  return (
    <a
      href={`#schema-${target}`}
      className="font-mono text-xs text-accent underline decoration-accent/40 underline-offset-3 hover:decoration-accent"
    >
      {kind}
    </a>
  );
}

const DEEPEST = 3;

interface PropertiesProps {
  schema: Schema;
  contract: Contract;
  depth?: number;
}

/** The fields of an object. Named schemas are linked, nameless ones shown in place. */
export function Properties({ schema, contract, depth = 0 }: PropertiesProps) {
  const t = useText();
  if (!schema.properties) {
    return (
      <p className="text-sm">
        <SchemaKind schema={schema} />
      </p>
    );
  }
  const required = new Set(schema.required);
  return (
    <ul className={depth > 0 ? 'mt-1 border-l border-line pl-4' : undefined}>
      {Object.entries(schema.properties).map(([name, field]) => {
        const inner = field.properties ? field : field.items?.properties ? field.items : null;
        return (
          <li key={name} className="border-t border-line py-2 first:border-t-0">
            <p className="flex flex-wrap items-baseline gap-x-2.5 text-sm">
              <code className="font-mono font-medium">{name}</code>
              <SchemaKind schema={field} />
              {required.has(name) && (
                <span className="text-xs text-warn">{t.reference.required}</span>
              )}
              <span className="text-xs text-muted [overflow-wrap:anywhere]">{limitsOf(field)}</span>
              {field.default !== undefined && (
                <span className="text-xs text-muted">
                  {t.reference.default}{' '}
                  <code className="font-mono">{JSON.stringify(field.default)}</code>
                </span>
              )}
            </p>
            {field.enum && (
              <p className="mt-0.5 text-xs text-muted">
                {t.reference.oneOf} <code className="font-mono">{field.enum.join(' | ')}</code>
              </p>
            )}
            {field.description && (
              <p className="mt-0.5 text-sm text-muted">
                <Words text={field.description.trim()} />
              </p>
            )}
            {inner && depth < DEEPEST && (
              <Properties schema={inner} contract={contract} depth={depth + 1} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
