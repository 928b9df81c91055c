import { type ReactNode, useId } from 'react';

interface SectionProps {
  title: string;
  text?: ReactNode;
  /** Beside the title. */
  action?: ReactNode;
  children?: ReactNode;
}

/** One subject of a page of settings. */
export function Section({ title, text, action, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mt-8 first:mt-6">
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-3">
        <div className="min-w-0">
          <h2 id={id} className="text-lg font-semibold tracking-[-0.01em]">
            {title}
          </h2>
          {text && <p className="mt-0.5 text-sm text-muted text-pretty">{text}</p>}
        </div>
        {action}
      </div>
      {children && (
        <div className="mt-3 rounded-2xl border border-line bg-surface shadow-low">{children}</div>
      )}
    </section>
  );
}
