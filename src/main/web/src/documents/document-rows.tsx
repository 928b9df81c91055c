import { type RefObject, useEffect, useRef } from 'react';
import { useText } from '../platform/i18n';
import { useDesk } from '../platform/media';
import { Checkbox } from '../ui/checkbox';
import type { Document } from '../wire/types';
import { DocumentRow, ROW_GRID } from './document-row';
import { useRowsWindow } from './use-rows-window';

const ROW_PX = 58;
const PHONE_ROW_PX = 76;
const AHEAD_ROWS = 30;

interface DocumentRowsProps {
  documents: readonly Document[];
  scroller: RefObject<HTMLElement | null>;
  selected: ReadonlySet<string>;
  allSelected: boolean;
  onSelect: (document: Document, on: boolean) => void;
  onSelectAll: (on: boolean) => void;
  more: boolean;
  onMore: () => void;
}

/** Rows of one height; only those near the window are in the page. */
export function DocumentRows(props: DocumentRowsProps) {
  const { documents, scroller, selected, allSelected, onSelect, onSelectAll, more, onMore } = props;
  const t = useText();
  const desk = useDesk();
  const height = desk ? ROW_PX : PHONE_ROW_PX;
  const list = useRef<HTMLUListElement>(null);
  const { first, last } = useRowsWindow(scroller, list, documents.length, height);
  const nearEnd = last + AHEAD_ROWS >= documents.length;
  useEffect(() => {
    if (more && nearEnd) onMore();
  }, [more, nearEnd, onMore]);
  return (
    <div className="mt-4">
      <div className={`${ROW_GRID} h-9 border-b border-line text-xs font-medium text-muted`}>
        <Checkbox
          label={t.documents.selectAll}
          checked={allSelected}
          mixed={selected.size > 0 && !allSelected}
          onChange={onSelectAll}
        />
        <span>{t.documents.name}</span>
        <span className="hidden md:block">{t.documents.state}</span>
        <span className="hidden text-right md:block">{t.documents.size}</span>
        <span className="hidden text-right md:block">{t.documents.updated}</span>
        <span />
      </div>
      <ul ref={list} className="relative" style={{ height: documents.length * height }}>
        {documents.slice(first, last).map((document, at) => (
          <li
            key={document.id}
            aria-setsize={documents.length}
            aria-posinset={first + at + 1}
            className="absolute inset-x-0 border-b border-line"
            style={{ top: (first + at) * height, height }}
          >
            <DocumentRow
              document={document}
              selected={selected.has(document.id)}
              onSelect={onSelect}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
