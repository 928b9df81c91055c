import { classes } from '../ui/classes';

const CODE = /`([^`]+)`/g;

/** Descriptions of the contract: paragraphs with code in backticks. */
export function Prose({ text, className }: { text: string; className?: string }) {
  return (
    <div className={classes('flex flex-col gap-2.5 leading-relaxed', className)}>
      {text
        .trim()
        .split(/\n\s*\n/)
        .map((paragraph) => (
          <p key={paragraph}>
            <Words text={paragraph} />
          </p>
        ))}
    </div>
  );
}

export function Words({ text }: { text: string }) {
  return text.split(CODE).map((piece, at) =>
    at % 2 === 1 ? (
      <code
        key={`${String(at)}${piece}`}
        className="rounded-[5px] bg-hover px-1 py-px font-mono text-[0.875em]"
      >
        {piece}
      </code>
    ) : (
      piece
    ),
  );
}
