import { useQueryClient } from '@tanstack/react-query';
import { Globe, KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { toast } from '../platform/toasts';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';
import type { ApiKey } from '../wire/types';
import { keys, revokeKey } from './api';

export function KeyRow({ apiKey }: { apiKey: ApiKey }) {
  const t = useText();
  const formats = useFormats();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { name, kind, scopes, origins = [], expires_at: ends, last_used_at: used } = apiKey;
  const over = ends !== undefined && Date.parse(ends) < Date.now();
  const Icon = kind === 'publishable' ? Globe : KeyRound;
  const facts = [
    `${t.apiKeys.made} ${formats.when(apiKey.created_at)} ${t.apiKeys.by(apiKey.owner)}`,
    used === undefined ? t.apiKeys.unused : `${t.apiKeys.lastUsed} ${formats.when(used)}`,
    ...(ends !== undefined && !over ? [t.apiKeys.until(formats.date(ends))] : []),
  ];
  const revoke = async () => {
    await revokeKey(apiKey.id);
    await client.invalidateQueries({ queryKey: keys.apiKeys });
    toast(t.apiKeys.revoked);
  };
  return (
    <li className="flex items-start gap-3.5 px-5 py-4">
      <Icon size={19} aria-hidden="true" className="mt-0.5 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm font-medium">
          <span className="[overflow-wrap:anywhere]">{name}</span>
          <code className="font-mono text-xs font-normal text-muted">{apiKey.hint}…</code>
          {kind === 'publishable' && <Badge>{t.apiKeys.publishable}</Badge>}
          {over && <Badge tone="bad">{t.apiKeys.expired}</Badge>}
        </p>
        <p className="mt-1 flex flex-wrap gap-1">
          {scopes.length === 0 && <Badge>{t.apiKeys.everything}</Badge>}
          {scopes.map((scope) => (
            <Badge key={scope}>{t.apiKeys.scopeShort[scope]}</Badge>
          ))}
          {origins.map((origin) => (
            <Badge key={origin} tone="good">
              {origin.replace(/^https:\/\//, '')}
            </Badge>
          ))}
        </p>
        <p className="mt-1.5 text-xs text-muted">{facts.join(' · ')}</p>
      </div>
      <Button
        small
        look="danger"
        aria-label={t.apiKeys.revokeOf(name)}
        onClick={() => setAsking(true)}
      >
        {t.apiKeys.revoke}
      </Button>
      {asking && (
        <Confirm
          title={t.apiKeys.revokeTitle(name)}
          text={t.apiKeys.revokeText}
          act={t.apiKeys.revoke}
          onAct={revoke}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}
