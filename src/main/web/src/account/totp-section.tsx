import { useQueryClient } from '@tanstack/react-query';
import { ShieldCheck, ShieldOff } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { toast } from '../platform/toasts';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Section } from '../ui/section';
import type { TotpSeed } from '../wire/types';
import { beginTotp, keys, removeTotp } from './api';
import { PasswordProof } from './password-proof';
import { RecoveryCodes } from './recovery-codes';
import { TotpConfirm } from './totp-confirm';

type Step =
  | { name: 'none' }
  | { name: 'prove' }
  | { name: 'scan'; seed: TotpSeed }
  | { name: 'codes'; codes: string[] }
  | { name: 'remove' };

/** The second factor: a code of an app. */
export function TotpSection({ on }: { on: boolean }) {
  const t = useText();
  const client = useQueryClient();
  const [step, setStep] = useState<Step>({ name: 'none' });
  const close = () => {
    setStep({ name: 'none' });
    void client.invalidateQueries({ queryKey: keys.me });
  };
  const Icon = on ? ShieldCheck : ShieldOff;
  return (
    <Section title={t.account.totpTitle} text={t.account.totpText}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3 px-5 py-4">
        <Icon size={20} aria-hidden="true" className={on ? 'text-accent' : 'text-muted'} />
        <div className="min-w-0 flex-1 basis-48">
          <Badge tone={on ? 'good' : 'plain'}>{on ? t.account.totpOn : t.account.totpOff}</Badge>
          <p className="mt-1 text-sm text-muted">
            {on ? t.account.totpOnText : t.account.totpOffText}
          </p>
        </div>
        {on ? (
          <Button look="danger" onClick={() => setStep({ name: 'remove' })}>
            {t.account.totpRemove}
          </Button>
        ) : (
          <Button look="primary" onClick={() => setStep({ name: 'prove' })}>
            {t.account.totpBegin}
          </Button>
        )}
      </div>
      {step.name === 'prove' && (
        <Dialog title={t.account.totpTitle} onClose={close}>
          <PasswordProof
            text={t.account.totpProof}
            act={t.account.next}
            send={async (password) => setStep({ name: 'scan', seed: await beginTotp(password) })}
            onCancel={close}
          />
        </Dialog>
      )}
      {step.name === 'scan' && (
        <Dialog title={t.account.totpTitle} onClose={close}>
          <TotpConfirm
            seed={step.seed}
            onConfirmed={(codes) => setStep({ name: 'codes', codes })}
            onCancel={close}
          />
        </Dialog>
      )}
      {step.name === 'codes' && (
        <Dialog title={t.account.recoveryTitle} onClose={close}>
          <RecoveryCodes codes={step.codes} onDone={close} />
        </Dialog>
      )}
      {step.name === 'remove' && (
        <Dialog title={t.account.totpTitle} onClose={close}>
          <PasswordProof
            text={t.account.totpRemoveText}
            act={t.account.totpRemove}
            send={async (password) => {
              await removeTotp(password);
              toast(t.account.totpRemoved);
              close();
            }}
            onCancel={close}
          />
        </Dialog>
      )}
    </Section>
  );
}
