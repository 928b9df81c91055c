import { ChevronRight } from 'lucide-react';
import { Link } from '../platform/router';
import type { Assistant } from '../wire/types';
import { States } from './states';

export function AssistantRow({ assistant }: { assistant: Assistant }) {
  return (
    <li className="relative flex items-center gap-3 border-b border-line px-4 py-3 transition-colors last:border-b-0 hover:bg-hover/60 sm:px-5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm font-medium">
          <Link
            to={`/admin/assistants/${assistant.id}`}
            className="[overflow-wrap:anywhere] after:absolute after:inset-0 after:rounded-2xl focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
          >
            {assistant.name}
          </Link>
          <States assistant={assistant} />
        </p>
        <p className="mt-0.5 font-mono text-xs text-muted [overflow-wrap:anywhere]">
          {assistant.slug}
        </p>
      </div>
      <ChevronRight size={17} className="shrink-0 text-faint" aria-hidden="true" />
    </li>
  );
}
