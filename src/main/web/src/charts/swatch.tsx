/** The colour of a series. */
export function Swatch({ colour }: { colour: string }) {
  return (
    <svg width="10" height="10" aria-hidden="true" className="shrink-0">
      <rect width="10" height="10" rx="3" fill={colour} />
    </svg>
  );
}
