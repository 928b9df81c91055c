import { useText } from '../platform/i18n';
import { Link } from '../platform/router';
import { classes } from '../ui/classes';

/** What documents there are, and where they come from by themselves. */
export function KnowledgeTabs({ tab }: { tab: 'documents' | 'sources' }) {
  const t = useText();
  const places = [
    ['documents', t.documents.title, '/documents'],
    ['sources', t.sources.title, '/documents/sources'],
  ] as const;
  return (
    <nav
      aria-label={t.sources.parts}
      className="-mx-1 mt-4 flex gap-1 overflow-x-auto border-b border-line px-1"
    >
      {places.map(([name, title, to]) => (
        <Link
          key={name}
          to={to}
          aria-current={name === tab ? 'page' : undefined}
          className={classes(
            '-mb-px flex h-10 coarse:h-11 items-center whitespace-nowrap border-b-2 px-3 text-sm transition-colors -outline-offset-2',
            name === tab
              ? 'border-accent font-medium text-ink'
              : 'border-transparent text-muted hover:text-ink',
          )}
        >
          {title}
        </Link>
      ))}
    </nav>
  );
}
