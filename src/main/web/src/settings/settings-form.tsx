import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { problemText } from '../platform/i18n/problem-text';
import { SESSION } from '../platform/session';
import { toast } from '../platform/toasts';
import { Button } from '../ui/button';
import { Section } from '../ui/section';
import type { Problem, Settings } from '../wire/types';
import { changeSettings, HISTORY, SETTINGS } from './api';
import { wishOf } from './draft';
import { SaveBar } from './save-bar';
import { SaveDialog } from './save-dialog';
import { SettingRow } from './setting-row';
import { useDraft } from './use-draft';
import { groupOf } from './words';

/** Every setting in its group, and what is not saved yet. */
export function SettingsForm({ all }: { all: Settings }) {
  const t = useText();
  const client = useQueryClient();
  const form = useDraft(all);
  const [saving, setSaving] = useState(false);
  const [conflict, setConflict] = useState<Problem | null>(null);
  const groups = [...new Set(all.settings.map(({ group }) => group))];
  const save = async (note: string) => {
    const now = await changeSettings(all.version, wishOf(all.settings, form.draft), note);
    client.setQueryData(SETTINGS, now);
    form.discard();
    setSaving(false);
    toast(t.settings.saved);
    await client.invalidateQueries({ queryKey: HISTORY });
    await client.invalidateQueries({ queryKey: SESSION });
  };
  const look = async () => {
    await client.invalidateQueries({ queryKey: SETTINGS });
    setConflict(null);
  };
  return (
    <>
      {groups.map((group) => (
        <Section key={group} title={groupOf(t, group)}>
          {all.settings
            .filter((setting) => setting.group === group)
            .map((setting) => (
              <SettingRow
                key={setting.key}
                setting={setting}
                draft={form.draft}
                fault={form.faultOf(setting.key)}
                onChange={(value) => form.change(setting.key, value)}
              />
            ))}
        </Section>
      ))}
      {conflict && (
        <div
          role="alert"
          className="mt-6 flex flex-wrap items-center justify-between gap-3 rounded-xl bg-warn-soft px-4 py-3 text-sm"
        >
          <p className="min-w-0 flex-1 basis-56">{problemText(t, conflict)}</p>
          <Button small onClick={() => void look()}>
            {t.settings.look}
          </Button>
        </div>
      )}
      {form.changes.length > 0 && (
        <SaveBar
          count={form.changes.length}
          faults={form.faults}
          onDiscard={() => {
            form.discard();
            setConflict(null);
          }}
          onSave={() => setSaving(true)}
        />
      )}
      {saving && (
        <SaveDialog
          title={t.settings.saveTitle}
          text={t.settings.saveText}
          act={t.common.save}
          changes={form.changes}
          onSave={save}
          onProblem={(problem) => {
            setSaving(false);
            if (problem.code === 'settings_changed') setConflict(problem);
            else form.refuse(problem);
          }}
          onClose={() => setSaving(false)}
        />
      )}
    </>
  );
}
