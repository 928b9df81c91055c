import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { problemIn } from '../platform/problem';
import { toast } from '../platform/toasts';
import { Button } from '../ui/button';
import { CopyButton } from '../ui/copy-button';
import { Dialog } from '../ui/dialog';
import { ProblemNote, Skeleton } from '../ui/notes';
import type { Conversation, Problem } from '../wire/types';
import { listShares, makeShare, revokeShare } from './api';

interface ShareDialogProps {
  conversation: Conversation;
  onClose: () => void;
}

export function ShareDialog({ conversation, onClose }: ShareDialogProps) {
  const t = useText();
  const formats = useFormats();
  const client = useQueryClient();
  const [link, setLink] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const key = ['shares', conversation.id];
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => listShares(conversation.id, signal),
  });
  const act = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(problemIn(error));
    }
    setBusy(false);
    void client.invalidateQueries({ queryKey: key });
  };
  const make = () =>
    act(async () => setLink(location.origin + (await makeShare(conversation.id)).path));
  const revoke = (id: string) =>
    act(async () => {
      await revokeShare(id);
      setLink(null);
      toast(t.share.revoked);
    });
  return (
    <Dialog title={t.share.title} onClose={onClose}>
      <div className="flex flex-col gap-4 px-5 pb-5 text-sm">
        <p className="text-muted">{t.share.lead}</p>
        {query.data && (
          <p className="text-muted">{query.data.everybody ? t.share.everybody : t.share.own}</p>
        )}
        {problem && <ProblemNote problem={problem} />}
        {link === null ? (
          <Button look="primary" disabled={busy} onClick={() => void make()}>
            {t.share.make}
          </Button>
        ) : (
          <div>
            <div className="flex items-center gap-1 rounded-lg border border-line pl-3">
              <input
                readOnly
                value={link}
                aria-label={t.share.page}
                onFocus={(event) => event.target.select()}
                className="h-9 coarse:h-11 min-w-0 flex-1 bg-transparent"
              />
              <CopyButton text={() => link} label={t.share.copy} />
            </div>
            <p className="mt-2 text-muted">{t.share.once}</p>
          </div>
        )}
        {query.isPending && <Skeleton lines={2} />}
        {query.isError && (
          <ProblemNote problem={problemIn(query.error)} retry={() => void query.refetch()} />
        )}
        {query.data && query.data.shares.length > 0 && (
          <section aria-label={t.share.links}>
            <h3 className="font-medium">{t.share.links}</h3>
            <ul className="max-h-48 overflow-y-auto">
              {query.data.shares.map((one) => (
                <li key={one.id} className="flex items-center gap-3 border-b border-line py-2">
                  <span className="min-w-0 flex-1">
                    <span className="block truncate">{one.title}</span>
                    <span className="text-xs text-muted">
                      {t.share.sharedOn(formats.dateTime(one.created_at))}
                    </span>
                  </span>
                  <Button small look="danger" disabled={busy} onClick={() => void revoke(one.id)}>
                    {t.share.revoke}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Dialog>
  );
}
