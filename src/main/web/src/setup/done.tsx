import { useQueryClient } from '@tanstack/react-query';
import { useText } from '../platform/i18n';
import { acceptKey } from '../platform/key';
import { go } from '../platform/router';
import { Button } from '../ui/button';
import { CopyButton } from '../ui/copy-button';
import type { SetupAnswer } from '../wire/types';
import { Sheet } from './sheet';

/** The key, this once. */
export function SetupDone({ answer }: { answer: SetupAnswer }) {
  const t = useText();
  const client = useQueryClient();
  return (
    <Sheet title={t.setup.doneTitle} lead={t.setup.doneText}>
      <p className="text-sm font-medium">{t.setup.keyLabel}</p>
      <div className="mt-1.5 flex items-start gap-1 rounded-xl border border-line bg-surface py-1.5 pl-4 pr-1.5">
        <code
          data-testid="api-key"
          className="min-w-0 flex-1 self-center py-1 font-mono text-sm [overflow-wrap:anywhere]"
        >
          {answer.api_key}
        </code>
        <CopyButton text={() => answer.api_key} />
      </div>
      <Button
        look="primary"
        className="mt-6 h-10 w-full"
        onClick={() => {
          acceptKey(answer.api_key);
          client.clear();
          go('/', { replace: true });
        }}
      >
        {t.setup.goOn}
      </Button>
    </Sheet>
  );
}
