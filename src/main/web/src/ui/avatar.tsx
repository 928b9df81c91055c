/** The first letters of a name. */
export function Avatar({ name, faded = false }: { name: string; faded?: boolean }) {
  const words = name.trim().split(/[\s@.]+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('');
  return (
    <span
      aria-hidden="true"
      className={`inline-flex size-8 shrink-0 items-center justify-center rounded-full text-xs font-semibold uppercase ${
        faded ? 'bg-hover text-muted' : 'bg-accent-soft text-accent'
      }`}
    >
      {letters}
    </span>
  );
}
