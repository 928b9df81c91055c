import { Trash2 } from 'lucide-react';
import { useText } from '../platform/i18n';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import type { ModelProvider } from '../wire/types';
import type { Doing } from './health';
import { HealthBadge } from './health-badge';
import { exampleModel, kindName } from './kinds';
import { ProviderForm } from './provider-form';
import { ProviderKeys } from './provider-keys';
import { ProviderTest } from './provider-test';
import { useRemoving } from './use-removing';

interface ProviderPanelProps {
  provider: ModelProvider;
  doing: Doing;
  onClose: () => void;
}

/** Everything about one provider. */
export function ProviderPanel({ provider, doing, onClose }: ProviderPanelProps) {
  const t = useText();
  const removing = useRemoving();
  const [route] = doing.routes;
  return (
    <Dialog title={provider.name} at="right" onClose={onClose}>
      <div className="relative min-h-0 flex-1 overflow-y-auto px-5 pb-8">
        <p className="flex items-center gap-3 text-sm text-muted">
          {kindName(provider.kind)}
          <HealthBadge health={doing.health} />
        </p>
        <ProviderTest
          provider={provider}
          models={doing.models}
          example={exampleModel(provider.kind)}
        />
        <ProviderKeys provider={provider} paused={doing.paused} />
        <ProviderForm key={`${provider.name} ${provider.base_url}`} provider={provider} />
        <div className="mt-8 flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4">
          <p className="min-w-0 flex-1 basis-48 text-sm text-muted">
            {route === undefined ? t.models.removeText : t.models.inUse(route)}
          </p>
          <Button
            look="danger"
            disabled={route !== undefined}
            onClick={() => {
              onClose();
              removing.provider(provider);
            }}
          >
            <Trash2 size={16} aria-hidden="true" />
            {t.models.remove}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
