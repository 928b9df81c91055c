import { Ellipsis, Eye, Pencil, Play, Power, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { Badge } from '../ui/badge';
import { classes } from '../ui/classes';
import { Confirm } from '../ui/confirm';
import { Menu, type MenuItem } from '../ui/menu';
import type { Tool } from '../wire/types';
import { removeTool, switchTool } from './api';
import { Effect } from './effect';
import { useQuietly } from './use-quietly';

interface ToolRowProps {
  tool: Tool;
  manages: boolean;
  onEdit: () => void;
  onTry: () => void;
}

export function ToolRow({ tool, manages, onEdit, onTry }: ToolRowProps) {
  const t = useText();
  const quietly = useQuietly();
  const [removing, setRemoving] = useState(false);
  const items: MenuItem[] = [
    ...(tool.kind === 'http'
      ? [{ label: t.tools.edit, icon: <Pencil size={15} />, act: onEdit }]
      : []),
    { label: t.tools.tryIt, icon: <Play size={15} />, act: onTry },
    {
      label: tool.enabled ? t.tools.turnOff : t.tools.turnOn,
      icon: <Power size={15} />,
      act: () => quietly(switchTool(tool.id, { enabled: !tool.enabled })),
    },
    {
      label: tool.side_effect ? t.tools.askNever : t.tools.askFirst,
      icon: <Eye size={15} />,
      act: () => quietly(switchTool(tool.id, { side_effect: !tool.side_effect })),
    },
    {
      label: t.tools.remove,
      icon: <Trash2 size={15} />,
      danger: true,
      act: () => setRemoving(true),
    },
  ];
  return (
    <li className="flex items-start gap-3 border-b border-line px-4 py-3 last:border-b-0 sm:px-5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm font-medium">
          <span className={classes('[overflow-wrap:anywhere]', !tool.enabled && 'text-muted')}>
            {tool.name}
          </span>
          <Effect effect={tool.side_effect} />
          {!tool.enabled && <Badge>{t.tools.off}</Badge>}
        </p>
        <p className="mt-0.5 line-clamp-2 text-sm text-muted [overflow-wrap:anywhere]">
          {tool.description}
        </p>
        <p className="mt-0.5 font-mono text-xs text-muted [overflow-wrap:anywhere]">
          {tool.kind === 'http' ? `${tool.method} ${tool.url}` : `MCP ${tool.remote}`}
        </p>
      </div>
      {manages && (
        <Menu
          label={t.tools.menu(tool.name)}
          trigger={<Ellipsis size={17} />}
          items={items}
          className="inline-flex size-8 coarse:size-11 items-center justify-center rounded-lg text-muted transition-colors hover:bg-hover hover:text-ink"
        />
      )}
      {removing && (
        <Confirm
          title={t.tools.removeTitle(tool.name)}
          text={t.tools.removeText}
          act={t.tools.removeAct}
          onAct={() => removeTool(tool.id).then(() => quietly(Promise.resolve()))}
          onClose={() => setRemoving(false)}
        />
      )}
    </li>
  );
}
