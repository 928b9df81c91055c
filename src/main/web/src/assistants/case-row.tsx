import { useQueryClient } from '@tanstack/react-query';
import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useText } from '../platform/i18n';
import { problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { toast } from '../platform/toasts';
import { Menu } from '../ui/menu';
import type { QuestionCase } from '../wire/types';
import { caseKeys, removeCase } from './cases-api';
import { toldExpectation } from './expectation';

interface CaseRowProps {
  one: QuestionCase;
  onEdit: (() => void) | undefined;
}

export function CaseRow({ one, onEdit }: CaseRowProps) {
  const t = useText();
  const client = useQueryClient();
  const remove = () =>
    void removeCase(one.assistant_id, one.id)
      .catch((error: unknown) => toast(problemText(t, problemIn(error))))
      .then(() => client.invalidateQueries({ queryKey: caseKeys.cases(one.assistant_id) }));
  return (
    <li className="flex items-start gap-3 border-b border-line px-4 py-3 last:border-b-0 sm:px-5">
      <div className="min-w-0 flex-1">
        <p className="text-sm font-medium [overflow-wrap:anywhere]">{one.question}</p>
        <p className="mt-0.5 text-sm text-muted [overflow-wrap:anywhere]">
          {toldExpectation(t, one.expect).join(' · ')}
        </p>
      </div>
      {onEdit && (
        <Menu
          label={t.cases.menu(one.question)}
          trigger={<Ellipsis size={17} />}
          items={[
            { label: t.cases.edit, icon: <Pencil size={15} />, act: onEdit },
            { label: t.cases.remove, icon: <Trash2 size={15} />, danger: true, act: remove },
          ]}
          className="inline-flex size-8 coarse:size-11 shrink-0 items-center justify-center rounded-lg text-muted transition-colors hover:bg-hover hover:text-ink"
        />
      )}
    </li>
  );
}
