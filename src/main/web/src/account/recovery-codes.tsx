import { Download } from 'lucide-react';
import { useState } from 'react';
import { copyText } from '../platform/clipboard';
import { useText } from '../platform/i18n';
import { saveFile } from '../platform/save-file';
import { Button } from '../ui/button';

const FILE = 'parley-recovery-codes.txt';

/** The codes, this once. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  const text = `${codes.join('\n')}\n`;
  return (
    <div className="relative flex flex-col gap-4 overflow-y-auto px-5 pb-5">
      <p className="text-sm text-muted">{t.account.recoveryText}</p>
      <ol
        data-testid="recovery-codes"
        className="grid grid-cols-2 gap-x-4 gap-y-2 rounded-xl border border-line-strong bg-canvas p-4 text-center font-mono text-sm"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => void copyText(text).then(setCopied)}>
          <span role="status">{copied ? t.common.copied : t.account.recoveryCopy}</span>
        </Button>
        <Button onClick={() => saveFile(FILE, new Blob([text], { type: 'text/plain' }))}>
          <Download size={16} aria-hidden="true" />
          {t.account.recoverySave}
        </Button>
        <Button look="primary" className="ml-auto" onClick={onDone}>
          {t.account.recoveryDone}
        </Button>
      </div>
    </div>
  );
}
