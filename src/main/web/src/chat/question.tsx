import { Pencil } from 'lucide-react';
import { memo, type ReactNode, useState } from 'react';
import { useText } from '../platform/i18n';
import { IconButton } from '../ui/button';
import { classes } from '../ui/classes';
import { BranchArrows } from './branch-arrows';
import { QuestionEditor } from './question-editor';
import type { Siblings } from './tree';

interface QuestionProps {
  text: string;
  shown?: ReactNode;
  /** Shown before the server has stored it. */
  sending?: boolean;
  others?: Siblings | null;
  onShow?: (id: string) => void;
  /** Absent while nothing can be asked. */
  onEdit?: ((text: string) => void) | undefined;
}

export const Question = memo(function Question(props: QuestionProps) {
  const { text, shown, sending = false, others = null, onShow, onEdit } = props;
  const t = useText();
  const [editing, setEditing] = useState(false);
  if (editing && onEdit) {
    return (
      <QuestionEditor
        text={text}
        onClose={() => setEditing(false)}
        onSend={(next) => {
          setEditing(false);
          onEdit(next);
        }}
      />
    );
  }
  return (
    <div className="group/question flex flex-col items-end">
      {shown}
      <article
        aria-label={t.chat.you}
        className={classes(
          'max-w-[88%] whitespace-pre-wrap rounded-2xl rounded-br-md bg-hover px-4 py-2.5 leading-relaxed [overflow-wrap:anywhere] sm:max-w-[80%]',
          sending && 'opacity-70',
        )}
      >
        {text}
      </article>
      {!sending && (onEdit || others) && (
        <div className="mt-1 flex items-center">
          {onEdit && (
            <IconButton
              label={t.chat.edit}
              onClick={() => setEditing(true)}
              className="opacity-0 focus-visible:opacity-100 group-hover/question:opacity-100 coarse:opacity-100"
            >
              <Pencil size={15} />
            </IconButton>
          )}
          {others && onShow && <BranchArrows others={others} onShow={onShow} />}
        </div>
      )}
    </div>
  );
});
