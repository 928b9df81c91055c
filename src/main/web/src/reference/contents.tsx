import { useMemo } from 'react';
import { useText } from '../platform/i18n';
import type { OperationGroup } from './contract';
import { MethodBadge } from './method';

interface ContentsProps {
  groups: OperationGroup[];
  words: string;
  onWords: (words: string) => void;
}

/** The list of operations beside the page, where there is room. */
export function Contents({ groups, words, onWords }: ContentsProps) {
  const t = useText();
  const shown = useMemo(() => {
    const wanted = words.trim().toLowerCase();
    return groups
      .map((group) => ({
        ...group,
        operations: group.operations.filter(({ path, id, spec }) =>
          `${path} ${id} ${spec.summary ?? ''}`.toLowerCase().includes(wanted),
        ),
      }))
      .filter((group) => group.operations.length > 0);
  }, [groups, words]);
  return (
    <nav
      aria-label={t.reference.contents}
      className="hidden w-72 shrink-0 flex-col border-r border-line xl:flex"
    >
      <input
        type="text"
        value={words}
        aria-label={t.reference.find}
        placeholder={t.reference.find}
        onChange={(event) => onWords(event.target.value)}
        className="m-4 mb-2 h-9 rounded-lg border border-line bg-surface px-3 text-sm focus:border-accent focus:outline-2 focus:-outline-offset-1 focus:outline-accent"
      />
      <div className="min-h-0 flex-1 relative overflow-y-auto px-2 pb-8">
        {shown.length === 0 && <p className="px-2.5 py-2 text-sm text-muted">{t.reference.none}</p>}
        {shown.map((group) => (
          <div key={group.tag}>
            <h2 className="px-2.5 pb-1 pt-4 text-xs font-medium capitalize text-muted">
              {group.tag}
            </h2>
            <ul>
              {group.operations.map((operation) => (
                <li key={operation.id}>
                  <a
                    href={`#${operation.id}`}
                    className="flex items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-xs text-muted hover:bg-hover hover:text-ink -outline-offset-2"
                  >
                    <MethodBadge method={operation.method} />
                    <span className="truncate font-mono">
                      {operation.path.replace('/api/v1', '').replace(/\{\w+\}/g, '{id}')}
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
}
