import { Link2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../platform/i18n';
import { CopyButton } from '../ui/copy-button';
import { type Contract, type Operation, resolved } from './contract';
import { curlOf } from './curl';
import { MethodBadge } from './method';
import { Prose, Words } from './prose';
import { limitsOf } from './schema-text';
import { Properties, SchemaKind } from './schema-view';

export function OperationView({
  operation,
  contract,
}: {
  operation: Operation;
  contract: Contract;
}) {
  const t = useText();
  const { id, method, path, spec, parameters } = operation;
  const permission = spec['x-permission'] ?? 'none';
  return (
    <article
      id={id}
      className="mt-6 scroll-mt-6 rounded-2xl border border-line bg-surface target:border-accent"
    >
      <header className="border-b border-line px-5 py-4">
        <h3 className="group flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <MethodBadge method={method} />
          <code className="min-w-0 font-mono text-sm font-medium [overflow-wrap:anywhere]">
            {path}
          </code>
          <a
            href={`#${id}`}
            aria-label={t.reference.link(id)}
            className="text-faint opacity-0 transition-opacity hover:text-accent focus-visible:opacity-100 group-hover:opacity-100 coarse:opacity-100"
          >
            <Link2 size={16} />
          </a>
        </h3>
        {spec.summary && <p className="mt-2">{spec.summary}</p>}
        <p className="mt-1 text-xs text-muted">
          {permission === 'none' ? t.reference.open : t.reference.permission(permission)}
        </p>
        {spec.description && <Prose text={spec.description} className="mt-3 text-sm text-muted" />}
      </header>
      <div className="flex flex-col gap-5 px-5 py-4">
        {parameters.length > 0 && (
          <Part title={t.reference.parameters}>
            <ul>
              {parameters.map((one) => (
                <li
                  key={`${one.in}.${one.name}`}
                  className="border-t border-line py-2 first:border-t-0"
                >
                  <p className="flex flex-wrap items-baseline gap-x-2.5 text-sm">
                    <code className="font-mono font-medium">{one.name}</code>
                    <SchemaKind schema={one.schema ?? {}} />
                    <span className="text-xs text-muted">{t.reference.from(one.in)}</span>
                    {one.required && (
                      <span className="text-xs text-warn">{t.reference.required}</span>
                    )}
                    <span className="text-xs text-muted">{limitsOf(one.schema ?? {})}</span>
                  </p>
                  {one.description && (
                    <p className="mt-0.5 text-sm text-muted">
                      <Words text={one.description.trim()} />
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </Part>
        )}
        {Object.entries(spec.requestBody?.content ?? {}).map(([type, { schema }]) => (
          <Part key={type} title={t.reference.body} note={type}>
            <Properties schema={schema ?? {}} contract={contract} />
          </Part>
        ))}
        <Part title={t.reference.responses}>
          <Responses operation={operation} contract={contract} />
        </Part>
        <Example text={curlOf(operation, contract, location.origin)} />
      </div>
    </article>
  );
}

function Part({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section>
      <h4 className="mb-1 flex items-baseline gap-2 text-xs font-semibold text-muted">
        {title}
        {note && <code className="font-mono font-normal">{note}</code>}
      </h4>
      {children}
    </section>
  );
}

function Responses({ operation, contract }: { operation: Operation; contract: Contract }) {
  return (
    <ul>
      {Object.entries(operation.spec.responses ?? {}).map(([status, maybe]) => {
        const response = resolved(maybe, contract.components?.responses);
        return (
          <li key={status} className="border-t border-line py-2 text-sm first:border-t-0">
            <p className="flex flex-wrap items-baseline gap-x-2.5">
              <code className="font-mono font-medium">{status}</code>
              <span className="text-muted">
                <Words text={response?.description ?? ''} />
              </span>
            </p>
            {Object.entries(response?.content ?? {}).map(([type, { schema }]) => (
              <div key={type} className="mt-1 pl-0 sm:pl-8">
                <p className="flex flex-wrap gap-x-2 text-xs text-muted">
                  <code className="font-mono">{type}</code>
                  <SchemaKind schema={schema ?? {}} />
                </p>
                {schema?.properties && <Properties schema={schema} contract={contract} />}
              </div>
            ))}
          </li>
        );
      })}
    </ul>
  );
}

function Example({ text }: { text: string }) {
  const t = useText();
  return (
    <figure className="overflow-hidden rounded-xl border border-line bg-panel">
      <figcaption className="flex h-9 coarse:h-11 items-center justify-between pl-4 pr-1 text-xs text-muted">
        {t.reference.example}
        <CopyButton text={() => text} />
      </figcaption>
      <pre tabIndex={0} className="overflow-x-auto px-4 pb-3.5 text-xs leading-relaxed">
        <code className="font-mono">{text}</code>
      </pre>
    </figure>
  );
}
