import { memo, useMemo, useRef } from 'react';
import { MarkdownBlock } from './block';
import { hideMarkers } from './cite';
import type { RenderCitation } from './inline';
import { NOTHING, type Parsed, parse } from './parse';
import { settle } from './settle';

interface MarkdownProps {
  text: string;
  /** More is to come: what is open at the end is closed for the eye. */
  streaming: boolean;
  known: ReadonlySet<number>;
  cite: RenderCitation;
}

export const Markdown = memo(function Markdown({ text, streaming, known, cite }: MarkdownProps) {
  const earlier = useRef<Parsed>(NOTHING);
  const parsed = useMemo(() => {
    const next = parse(hideMarkers(streaming ? settle(text) : text, known), earlier.current);
    earlier.current = next;
    return next;
  }, [text, streaming, known]);
  return (
    <div className="[&>:first-child]:mt-0 [&>:last-child]:mb-0">
      {parsed.blocks.map((block, at) => (
        <MarkdownBlock key={String(at)} block={block} cite={cite} />
      ))}
    </div>
  );
});
