import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Catalogue, useText } from '../platform/i18n';
import { CheckLine } from '../ui/check-line';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { filled, wrong } from '../ui/form-checks';
import { FormEnd } from '../ui/form-end';
import { Select } from '../ui/select';
import { TextArea } from '../ui/text-area';
import { useForm } from '../ui/use-form';
import type { Source, SourceKind } from '../wire/types';
import { addSource, changeSource, keys } from './api';
import { FileFields } from './file-fields';
import { KINDS, onTheWeb, requestOf, valuesOf, wholeNumber } from './form';

interface SourceDialogProps {
  source: Source | null;
  /** Whether it can be a folder of the server. */
  folders: boolean;
  onClose: () => void;
}

const number = (t: Catalogue, text: string) =>
  wholeNumber(text) == null ? t.sources.notNumber : undefined;

export function SourceDialog({ source, folders, onClose }: SourceDialogProps) {
  const t = useText();
  const client = useQueryClient();
  const [kind, setKind] = useState<SourceKind>(source?.kind ?? 'site');
  const [allVersions, setAllVersions] = useState(source?.all_versions ?? false);
  const { form, field, problem, busy, wait } = useForm({
    initial: valuesOf(source),
    check: (values) =>
      wrong({
        name: filled(t, values.name),
        address: filled(t, values.address),
        bucket: kind === 'bucket' ? filled(t, values.bucket) : undefined,
        region: kind === 'bucket' ? filled(t, values.region) : undefined,
        pages: number(t, values.pages),
        depth: kind === 'site' ? number(t, values.depth) : undefined,
        minutes: number(t, values.minutes),
        every_hours: wholeNumber(values.every_hours) === null ? t.sources.notNumber : undefined,
      }),
    async send(values) {
      const body = requestOf(kind, values, allVersions, source);
      await (source ? changeSource(source.id, body) : addSource(body));
      await client.invalidateQueries({ queryKey: keys.list });
      onClose();
    },
    fieldOf: (found) => ({
      ...(found.code === 'name_taken' && { name: t.sources.nameTaken }),
      ...(/^(invalid_url|address_not_allowed|unknown_host)$/.test(found.code) && {
        address: t.problems[found.code] ?? found.detail ?? found.title,
      }),
    }),
  });
  const kinds = KINDS.filter((one) => one !== 'folder' || folders || source?.kind === 'folder');
  return (
    <Dialog title={source ? t.sources.editTitle : t.sources.addTitle} onClose={onClose}>
      <form {...form} className="flex flex-col gap-5 overflow-y-auto px-5 pb-5">
        <Field {...field('name')} label={t.sources.name} maxLength={100} autoComplete="off" />
        <Select
          label={t.sources.kind}
          hint={t.sources.kindHints[kind]}
          value={kind}
          disabled={source !== null}
          choices={kinds.map((value) => ({ value, label: t.sources.kinds[value] }))}
          onChoose={(value) => setKind(value as SourceKind)}
        />
        <Field
          {...field('address')}
          label={kind === 'folder' ? t.sources.path : t.sources.address}
          inputMode={kind === 'folder' ? 'text' : 'url'}
          placeholder={kind === 'folder' ? '/srv/docs' : 'https://'}
          maxLength={1000}
          autoComplete="off"
          spellCheck={false}
        />
        {!onTheWeb(kind) && (
          <FileFields kind={kind} field={field} hasSecret={source?.has_secret ?? false} />
        )}
        <Field
          {...field('every_hours')}
          label={t.sources.everyHours}
          hint={t.sources.everyHoursHint}
          inputMode="numeric"
        />
        <details className="rounded-xl border border-line px-4 py-3">
          <summary className="cursor-pointer text-sm font-medium coarse:min-h-11">
            {t.sources.limits}
          </summary>
          <div className="mt-3 flex flex-col gap-4">
            <div className="grid grid-cols-2 gap-3">
              <Field {...field('pages')} label={t.sources.mostPages} inputMode="numeric" />
              <Field {...field('minutes')} label={t.sources.mostMinutes} inputMode="numeric" />
              {kind === 'site' && (
                <Field {...field('depth')} label={t.sources.mostDepth} inputMode="numeric" />
              )}
            </div>
            <TextArea
              {...field('include')}
              label={t.sources.include}
              hint={t.sources.patternHint}
              rows={2}
              mono
            />
            <TextArea {...field('exclude')} label={t.sources.exclude} rows={2} mono />
            {kind === 'site' && (
              <CheckLine
                label={t.sources.allVersions}
                hint={t.sources.allVersionsHint}
                checked={allVersions}
                onChange={setAllVersions}
              />
            )}
          </div>
        </details>
        <FormEnd problem={problem} busy={busy} wait={wait} onCancel={onClose}>
          {source ? t.sources.save : t.sources.addAct}
        </FormEnd>
      </form>
    </Dialog>
  );
}
