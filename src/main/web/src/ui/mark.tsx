export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="shrink-0">
      <rect width="32" height="32" rx="9" className="fill-accent" />
      <path
        d="M9.5 11.5h9.2a3.8 3.8 0 0 1 3.8 3.8v.2a3.8 3.8 0 0 1-3.8 3.8h-4.4l-4 3.4a.5.5 0 0 1-.8-.4z"
        className="fill-none stroke-on-accent"
        strokeWidth="2.4"
        strokeLinejoin="round"
      />
    </svg>
  );
}
