import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Catalogue, useText } from '../platform/i18n';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { filled, wrong } from '../ui/form-checks';
import { FormEnd } from '../ui/form-end';
import { Select } from '../ui/select';
import { useForm } from '../ui/use-form';
import type { Base, Source, SourceKind } from '../wire/types';
import { addSource, changeSource, keys } from './api';
import { FileFields } from './file-fields';
import { KINDS, onTheWeb, requestOf, valuesOf, wholeNumber } from './form';
import { LimitFields } from './limit-fields';

interface SourceDialogProps {
  source: Source | null;
  /** Whether it can be a folder of the server. */
  folders: boolean;
  /** Those that are theirs to change. */
  bases: readonly Base[];
  onClose: () => void;
}

const number = (t: Catalogue, text: string) =>
  wholeNumber(text) == null ? t.sources.notNumber : undefined;

export function SourceDialog({ source, folders, bases, onClose }: SourceDialogProps) {
  const t = useText();
  const client = useQueryClient();
  const [kind, setKind] = useState<SourceKind>(source?.kind ?? 'site');
  const [base, setBase] = useState(source?.base_id ?? bases[0]?.id ?? '');
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
        megabytes: number(t, values.megabytes),
        minutes: number(t, values.minutes),
        pause_ms: wholeNumber(values.pause_ms) === null ? t.sources.notNumber : undefined,
        every_hours: wholeNumber(values.every_hours) === null ? t.sources.notNumber : undefined,
      }),
    async send(values) {
      const body = requestOf(kind, values, { base, allVersions }, source);
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
        {bases.length > 1 && (
          <Select
            label={t.sources.base}
            value={base}
            disabled={source !== null}
            choices={bases.map(({ id, name }) => ({ value: id, label: name }))}
            onChoose={setBase}
          />
        )}
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
        <LimitFields
          kind={kind}
          field={field}
          allVersions={allVersions}
          onAllVersions={setAllVersions}
        />
        <FormEnd problem={problem} busy={busy} wait={wait} onCancel={onClose}>
          {source ? t.sources.save : t.sources.addAct}
        </FormEnd>
      </form>
    </Dialog>
  );
}
