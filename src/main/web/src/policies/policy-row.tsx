import { useQueryClient } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, Ellipsis, Pencil, Power, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { toast } from '../platform/toasts';
import { Badge } from '../ui/badge';
import { classes } from '../ui/classes';
import { Confirm } from '../ui/confirm';
import { Menu, type MenuItem } from '../ui/menu';
import type { Policy } from '../wire/types';
import { changePolicy, orderPolicies, POLICIES, removePolicy } from './api';
import { useAssistantNames } from './use-assistant-names';
import { TONES } from './words';

interface PolicyRowProps {
  policy: Policy;
  at: number;
  all: readonly Policy[];
  manages: boolean;
  onOpen: () => void;
}

export function PolicyRow({ policy, at, all, manages, onOpen }: PolicyRowProps) {
  const t = useText();
  const client = useQueryClient();
  const [removing, setRemoving] = useState(false);
  const { where, kinds = [], keywords = [], patterns = [], action } = policy.definition;
  const { assistants = [] } = policy.definition;
  const names = useAssistantNames(assistants);
  const found = [...kinds.map((kind) => t.policies.kinds[kind] ?? kind), ...keywords, ...patterns];
  const refresh = () => client.invalidateQueries({ queryKey: POLICIES });
  const quietly = (what: Promise<unknown>) =>
    void what.catch((error: unknown) => toast(problemText(t, problemIn(error)))).then(refresh);
  const move = (to: number) => {
    const ids = all.map(({ id }) => id).filter((id) => id !== policy.id);
    ids.splice(to, 0, policy.id);
    quietly(orderPolicies(ids));
  };
  const { name, version, definition } = policy;
  const enabled = !policy.enabled;
  const items: MenuItem[] = [
    { label: t.policies.edit, icon: <Pencil size={15} />, act: onOpen },
    {
      label: enabled ? t.policies.turnOn : t.policies.turnOff,
      icon: <Power size={15} />,
      act: () => quietly(changePolicy(policy.id, { name, version, definition, enabled })),
    },
    ...(at > 0
      ? [{ label: t.policies.up, icon: <ArrowUp size={15} />, act: () => move(at - 1) }]
      : []),
    ...(at < all.length - 1
      ? [{ label: t.policies.down, icon: <ArrowDown size={15} />, act: () => move(at + 1) }]
      : []),
    {
      label: t.policies.remove,
      icon: <Trash2 size={15} />,
      danger: true,
      act: () => setRemoving(true),
    },
  ];
  return (
    <li className="flex items-start gap-3 border-b border-line px-4 py-3 last:border-b-0 sm:px-5">
      <span className="w-5 pt-0.5 text-right text-sm tabular-nums text-muted">{at + 1}</span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm font-medium">
          <span className={classes('[overflow-wrap:anywhere]', !policy.enabled && 'text-muted')}>
            {policy.name}
          </span>
          <Badge tone={TONES[action.type]}>{t.policies.actions[action.type]}</Badge>
          {!policy.enabled && <Badge>{t.policies.off}</Badge>}
        </p>
        <p className="mt-0.5 line-clamp-2 text-xs text-muted [overflow-wrap:anywhere]">
          {found.join(' · ')}
        </p>
        <p className="mt-0.5 text-xs text-muted">
          {where.map((place) => t.policies.wheres[place]).join(', ')}
          {assistants.length > 0 && ` · ${assistants.map((slug) => names[slug]).join(', ')}`}
          {policy.holds_back > 0 && ` · ${t.policies.holdsBack(policy.holds_back)}`}
        </p>
      </div>
      {manages && (
        <Menu
          label={t.policies.menu(policy.name)}
          trigger={<Ellipsis size={17} />}
          items={items}
          className="inline-flex size-8 coarse:size-11 items-center justify-center rounded-lg text-muted transition-colors hover:bg-hover hover:text-ink"
        />
      )}
      {removing && (
        <Confirm
          title={t.policies.removeTitle(policy.name)}
          text={t.policies.removeText}
          act={t.policies.removeAct}
          onAct={() => removePolicy(policy.id).then(refresh)}
          onClose={() => setRemoving(false)}
        />
      )}
    </li>
  );
}
