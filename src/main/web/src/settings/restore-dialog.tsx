import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useText } from '../platform/i18n';
import { problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { SESSION } from '../platform/session';
import { toast } from '../platform/toasts';
import { Dialog } from '../ui/dialog';
import { ProblemNote, Skeleton } from '../ui/notes';
import { compareVersions, restoreVersion, SETTINGS } from './api';
import { SaveDialog } from './save-dialog';

interface RestoreDialogProps {
  from: number;
  to: number;
  onClose: () => void;
}

/** Shows what rolling back would change, and does it. */
export function RestoreDialog({ from, to, onClose }: RestoreDialogProps) {
  const t = useText();
  const client = useQueryClient();
  const compared = useQuery({
    queryKey: [...SETTINGS, 'comparison', from, to],
    queryFn: ({ signal }) => compareVersions(from, to, signal),
  });
  const title = t.settings.restoreTitle(to);
  if (!compared.isSuccess) {
    return (
      <Dialog title={title} onClose={onClose}>
        <div className="px-5 pb-5">
          {compared.isError ? (
            <ProblemNote
              problem={problemIn(compared.error)}
              retry={() => void compared.refetch()}
            />
          ) : (
            <Skeleton lines={3} />
          )}
        </div>
      </Dialog>
    );
  }
  const { changes } = compared.data;
  return (
    <SaveDialog
      title={title}
      text={changes.length === 0 ? t.settings.restoreSame : t.settings.restoreText}
      act={t.settings.restore}
      changes={changes}
      onSave={async (note) => {
        await restoreVersion(to, from, note);
        toast(t.settings.rolledBack(to));
        onClose();
        await client.invalidateQueries({ queryKey: SETTINGS });
        await client.invalidateQueries({ queryKey: SESSION });
      }}
      onProblem={(problem) => {
        // What would change is another matter now.
        toast(problemText(t, problem));
        void client.invalidateQueries({ queryKey: SETTINGS });
      }}
      onClose={onClose}
    />
  );
}
