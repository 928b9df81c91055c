import type { ReactNode } from 'react';
import { Mark } from './mark';

/** A page of its own around one form. */
export function Sheet({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: string;
  children?: ReactNode;
}) {
  return (
    <main className="h-dvh relative overflow-y-auto">
      <div className="flex min-h-full items-center justify-center px-4 py-10">
        <div className="w-full max-w-md">
          <Mark size={36} />
          <h1 className="mt-5 text-2xl font-semibold tracking-[-0.02em] text-balance">{title}</h1>
          {lead && <p className="mt-2 leading-relaxed text-muted text-pretty">{lead}</p>}
          <div className="mt-7">{children}</div>
        </div>
      </div>
    </main>
  );
}
