import { useEffect, useState } from 'react';
import { useText } from '../platform/i18n';
import type { Problem, Settings, SettingValue } from '../wire/types';
import { changesOf, type Draft, drafted, faultOf, shownValue } from './draft';

const NOTHING: Draft = {};

/** What is changed in the form and not saved yet. */
export function useDraft(all: Settings) {
  const t = useText();
  const [draft, setDraft] = useState<Draft>(NOTHING);
  const [refused, setRefused] = useState<Problem | null>(null);
  const changes = changesOf(all.settings, draft);
  const dirty = changes.length > 0;
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [dirty]);
  const said = (key: string) =>
    refused?.errors?.find(({ pointer }) => pointer === `/values/${key}`)?.detail;
  const faults = Object.fromEntries(
    all.settings
      .filter(({ key }) => key in draft)
      .map((one) => [one.key, said(one.key) ?? faultOf(t, one, shownValue(one, draft))]),
  );
  return {
    draft,
    changes,
    faultOf: (key: string): string | null => faults[key] ?? null,
    faults: Object.values(faults).filter((fault) => fault !== null).length,
    change(key: string, value: SettingValue | null) {
      const setting = all.settings.find((one) => one.key === key);
      if (setting === undefined) return;
      setRefused(null);
      setDraft((before) => drafted(setting, value, before));
    },
    /** Puts what the server finds wrong at the settings. */
    refuse: setRefused,
    discard() {
      setRefused(null);
      setDraft(NOTHING);
    },
  };
}
