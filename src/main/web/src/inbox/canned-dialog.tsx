import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { text, useText } from '../platform/i18n';
import { problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { toast } from '../platform/toasts';
import { IconButton } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ProblemNote, Skeleton } from '../ui/notes';
import type { CannedReply } from '../wire/types';
import { deleteCanned, keys, listCanned } from './api';
import { CannedForm } from './canned-form';

/** What agents say often, to be added to and changed. */
export function CannedDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const client = useQueryClient();
  const canned = useQuery({ queryKey: keys.canned, queryFn: ({ signal }) => listCanned(signal) });
  const [editing, setEditing] = useState<CannedReply | null>(null);
  const all = canned.data?.replies ?? [];
  const remove = (reply: CannedReply) =>
    void deleteCanned(reply.id)
      .catch((error: unknown) => toast(problemText(text(), problemIn(error))))
      .then(() => client.invalidateQueries({ queryKey: keys.canned }));
  return (
    <Dialog title={t.inbox.canned} at="right" onClose={onClose}>
      <div className="flex flex-col gap-4 overflow-y-auto px-5 pb-5">
        <p className="text-sm text-muted">{t.inbox.cannedText}</p>
        <CannedForm key={editing?.id ?? 'new'} reply={editing} onDone={() => setEditing(null)} />
        {canned.isPending && <Skeleton lines={4} />}
        {canned.isError && (
          <ProblemNote problem={problemIn(canned.error)} retry={() => void canned.refetch()} />
        )}
        {canned.isSuccess && all.length === 0 && (
          <p className="text-sm text-muted">{t.inbox.cannedNone}</p>
        )}
        {all.length > 0 && (
          <ul aria-label={t.inbox.canned} className="border-t border-line">
            {all.map((reply) => (
              <li key={reply.id} className="flex items-start gap-2 border-b border-line py-2">
                <div className="min-w-0 flex-1 text-sm">
                  <p className="font-medium">/{reply.shortcut}</p>
                  <p className="line-clamp-2 text-muted [overflow-wrap:anywhere]">{reply.text}</p>
                </div>
                <IconButton label={t.inbox.edit(reply.shortcut)} onClick={() => setEditing(reply)}>
                  <Pencil size={15} />
                </IconButton>
                <IconButton label={t.inbox.remove(reply.shortcut)} onClick={() => remove(reply)}>
                  <Trash2 size={15} />
                </IconButton>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  );
}
