import { useText } from '../platform/i18n';
import type { Contract } from './contract';
import { Words } from './prose';
import { Properties } from './schema-view';

/** Every named schema, so that links have somewhere to lead. */
export function SchemaSection({ contract }: { contract: Contract }) {
  const t = useText();
  const schemas = Object.entries(contract.components?.schemas ?? {});
  return (
    <section aria-label={t.reference.schemas} className="mt-12">
      <h2 className="text-xl font-semibold tracking-[-0.015em]">{t.reference.schemas}</h2>
      {schemas.map(([name, schema]) => (
        <article
          key={name}
          id={`schema-${name}`}
          className="mt-4 scroll-mt-6 rounded-2xl border border-line bg-surface px-5 py-4 target:border-accent"
        >
          <h3 className="font-mono text-sm font-semibold">{name}</h3>
          {schema.description && (
            <p className="mt-0.5 text-sm text-muted">
              <Words text={schema.description.trim()} />
            </p>
          )}
          <div className="mt-2">
            <Properties schema={schema} contract={contract} />
          </div>
        </article>
      ))}
    </section>
  );
}
