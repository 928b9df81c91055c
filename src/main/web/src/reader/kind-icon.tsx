import { FileText, Globe } from 'lucide-react';
import type { Document } from '../wire/types';
import { endingOf } from './file-kinds';

/** A sheet with the file's ending, a globe for a web page. */
export function KindIcon({ document }: { document: Document }) {
  const ending = endingOf(document.name).slice(0, 4);
  const page = /^https?:/.test(document.name);
  return (
    <span
      aria-hidden="true"
      className="hidden size-9 shrink-0 items-center justify-center rounded-lg border border-line bg-surface text-[0.625rem] font-semibold uppercase text-muted sm:inline-flex"
    >
      {page ? <Globe size={16} /> : ending === '' ? <FileText size={16} /> : ending}
    </span>
  );
}
