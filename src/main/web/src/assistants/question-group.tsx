import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import type { UnansweredGroup } from '../wire/types';

export interface Asked {
  id: string;
  question: string;
  assistant: string | undefined;
}

interface QuestionGroupProps {
  group: UnansweredGroup;
  onMake: ((asked: Asked) => void) | undefined;
}

/** Questions that mean the same. */
export function QuestionGroup({ group, onMake }: QuestionGroupProps) {
  const t = useText();
  const formats = useFormats();
  const [first] = group.questions;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-line px-4 py-3 last:border-b-0 sm:px-5">
      <div className="min-w-0 flex-1 basis-64">
        <p className="text-sm font-medium [overflow-wrap:anywhere]">{group.question}</p>
        <p className="mt-1 flex flex-wrap items-center gap-2 text-xs text-muted">
          {t.cases.times(group.count)}, {t.cases.lastAt(formats.when(group.last_at))}
          {group.unanswered > 0 && (
            <Badge tone="warn">{t.cases.unanswered(group.unanswered)}</Badge>
          )}
          {group.disliked > 0 && <Badge tone="bad">{t.cases.disliked(group.disliked)}</Badge>}
        </p>
        {group.questions.length > 1 && (
          <details className="mt-1 text-sm text-muted">
            <summary className="cursor-pointer py-1 coarse:py-3">{t.cases.others}</summary>
            <ul className="list-disc pl-5">
              {group.questions.map(({ id, question }) => (
                <li key={id} className="[overflow-wrap:anywhere]">
                  {question}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {onMake && first && (
        <Button
          onClick={() =>
            onMake({ id: first.id, question: first.question, assistant: first.assistant_id })
          }
        >
          {t.cases.make}
        </Button>
      )}
    </li>
  );
}
