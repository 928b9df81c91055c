import type { ReactNode } from 'react';

interface PageHeadProps {
  title: string;
  lead?: string;
  /** What can be done here. */
  children?: ReactNode;
}

export function PageHead({ title, lead, children }: PageHeadProps) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
      <div>
        <h1 className="text-2xl font-semibold tracking-[-0.02em]">{title}</h1>
        {lead && <p className="mt-0.5 text-muted">{lead}</p>}
      </div>
      {children && <div className="flex flex-wrap gap-2">{children}</div>}
    </header>
  );
}

/** A page inside the shell that scrolls on its own. */
export function PageBody({ narrow = false, children }: { narrow?: boolean; children: ReactNode }) {
  return (
    <div className="relative h-full overflow-y-auto">
      <div
        className={`mx-auto px-4 pb-24 pt-6 sm:px-8 sm:pt-9 ${narrow ? 'max-w-3xl' : 'max-w-5xl'}`}
      >
        {children}
      </div>
    </div>
  );
}
