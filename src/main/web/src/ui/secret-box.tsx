import { CopyButton } from './copy-button';

/** A text that is shown this once, with a way to copy it. */
export function SecretBox({
  label,
  text,
  testId,
}: {
  label: string;
  text: string;
  testId: string;
}) {
  return (
    <div>
      <p className="text-sm font-medium">{label}</p>
      <div className="mt-1.5 flex items-start gap-1 rounded-xl border border-line-strong bg-canvas py-1.5 pl-4 pr-1.5">
        <code
          data-testid={testId}
          className="min-w-0 flex-1 self-center py-1 font-mono text-sm [overflow-wrap:anywhere]"
        >
          {text}
        </code>
        <CopyButton text={() => text} />
      </div>
    </div>
  );
}
