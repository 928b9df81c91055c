import { type AnswerView, inOrder } from './answer-view';

/** The answer as Markdown, with its sources as a list below. */
export function markdownOf(view: AnswerView): string {
  if (view.citations.length === 0) return view.text;
  const sources = inOrder(view.citations).map((citation) => {
    const title = citation.url ? `[${citation.title}](${citation.url})` : citation.title;
    const place = citation.heading_path?.length ? `, ${citation.heading_path.join(' › ')}` : '';
    return `[${citation.number}] ${title}${place}`;
  });
  return `${view.text.trimEnd()}\n\n${sources.join('\n')}\n`;
}
