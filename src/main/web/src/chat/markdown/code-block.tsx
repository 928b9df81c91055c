import { useText } from '../../platform/i18n';
import { CopyButton } from '../../ui/copy-button';

export function CodeBlock({ code, language }: { code: string; language: string }) {
  const t = useText();
  return (
    <figure className="my-4 overflow-hidden rounded-xl border border-line bg-panel">
      <figcaption className="flex h-9 coarse:h-11 items-center justify-between pl-4 pr-1 text-xs text-muted">
        <span className="font-mono">{language}</span>
        <CopyButton text={() => code} label={t.chat.copyCode} />
      </figcaption>
      <pre tabIndex={0} className="overflow-x-auto px-4 pb-3.5 text-sm leading-relaxed">
        <code className="font-mono">{code}</code>
      </pre>
    </figure>
  );
}
