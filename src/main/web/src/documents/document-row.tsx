import { memo } from 'react';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { Link } from '../platform/router';
import { KindIcon } from '../reader/kind-icon';
import { RowState } from '../reader/row-state';
import { Checkbox } from '../ui/checkbox';
import { classes } from '../ui/classes';
import type { Document } from '../wire/types';
import { DocumentMenu } from './document-menu';
import { useDocument } from './use-documents';

export const ROW_GRID =
  'grid items-center gap-x-3 grid-cols-[2rem_minmax(0,1fr)_2.5rem] coarse:grid-cols-[2.75rem_minmax(0,1fr)_2.75rem] ' +
  'md:grid-cols-[2rem_minmax(0,1fr)_11rem_5.5rem_6.5rem_2.25rem]';

interface DocumentRowProps {
  document: Document;
  selected: boolean;
  onSelect: (document: Document, on: boolean) => void;
}

export const DocumentRow = memo(function DocumentRow({
  document: listed,
  selected,
  onSelect,
}: DocumentRowProps) {
  const t = useText();
  const formats = useFormats();
  const document = useDocument(listed);
  const title = document.title || document.name;
  return (
    <div
      className={classes(
        ROW_GRID,
        'h-full transition-colors',
        selected ? 'bg-accent-soft/50' : 'hover:bg-hover/50',
      )}
    >
      <Checkbox
        label={t.documents.select(title)}
        checked={selected}
        onChange={(on) => onSelect(document, on)}
      />
      <div className="flex min-w-0 items-center gap-3">
        <KindIcon document={document} />
        <div className="min-w-0">
          <Link
            to={`/documents/${document.id}`}
            className="block truncate text-sm font-medium hover:text-accent"
          >
            {title}
          </Link>
          <p className="truncate text-xs text-muted">{document.url ?? document.name}</p>
          <div className="mt-0.5 md:hidden">
            <RowState document={document} />
          </div>
        </div>
      </div>
      <div className="hidden min-w-0 md:block">
        <RowState document={document} />
      </div>
      <span className="hidden text-right text-sm tabular-nums text-muted md:block">
        {document.size_bytes > 0 ? formats.bytes(document.size_bytes) : '–'}
      </span>
      <time
        dateTime={document.updated_at}
        title={formats.dateTime(document.updated_at)}
        className="hidden truncate text-right text-sm tabular-nums text-muted md:block"
      >
        {formats.when(document.updated_at)}
      </time>
      <DocumentMenu document={document} />
    </div>
  );
});
