export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="inline-flex h-6 min-w-6 items-center justify-center rounded-md border border-line-strong bg-panel px-1.5 font-sans text-xs font-medium text-muted">
      {children}
    </kbd>
  );
}
