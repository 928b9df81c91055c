import { type Catalogue, useText } from '../platform/i18n';
import { type Action, KEYS } from '../platform/shortcuts';
import { Dialog } from '../ui/dialog';
import { Kbd } from '../ui/kbd';

const ORDER: Action[] = ['newChat', 'search', 'previous', 'next', 'input', 'stop', 'sheet'];

export function KeySheet({ onClose }: { onClose: () => void }) {
  const t = useText();
  return (
    <Dialog title={t.shell.shortcuts} onClose={onClose}>
      <dl className="relative overflow-y-auto px-5 pb-5">
        {rows(t).map(({ name, keys }) => (
          <div
            key={name}
            className="flex min-h-11 items-center justify-between gap-4 border-t border-line first:border-t-0"
          >
            <dt className="text-sm">{name}</dt>
            <dd className="flex shrink-0 gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

const rows = (t: Catalogue): { name: string; keys: string[] }[] => [
  ...ORDER.map((action) => ({ name: t.keys[action], keys: KEYS[action] })),
  { name: t.keys.send, keys: ['Enter'] },
  { name: t.keys.line, keys: ['Shift', 'Enter'] },
];
