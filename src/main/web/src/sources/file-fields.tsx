import { useText } from '../platform/i18n';
import { Field } from '../ui/field';
import type { useForm } from '../ui/use-form';
import type { SourceKind } from '../wire/types';
import type { SourceValues } from './form';

interface FileFieldsProps {
  kind: SourceKind;
  field: ReturnType<typeof useForm<SourceValues>>['field'];
  /** Whether the server has keys of the bucket already. */
  hasSecret: boolean;
}

/** What only archives, folders and buckets have. */
export function FileFields({ kind, field, hasSecret }: FileFieldsProps) {
  const t = useText();
  return (
    <>
      {kind === 'bucket' && (
        <div className="grid grid-cols-2 gap-3">
          <Field {...field('bucket')} label={t.sources.bucket} maxLength={63} spellCheck={false} />
          <Field {...field('region')} label={t.sources.region} maxLength={40} spellCheck={false} />
        </div>
      )}
      {kind !== 'folder' && (
        <Field
          {...field('folder')}
          label={t.sources.folder}
          hint={t.sources.folderHint}
          maxLength={500}
          spellCheck={false}
        />
      )}
      <Field
        {...field('published')}
        label={t.sources.published}
        hint={t.sources.publishedHint}
        inputMode="url"
        placeholder="https://"
        maxLength={1000}
        spellCheck={false}
      />
      {kind === 'bucket' && (
        <div className="grid grid-cols-2 gap-3">
          <Field
            {...field('access_key')}
            label={t.sources.accessKey}
            hint={hasSecret ? t.sources.keysKept : undefined}
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
          />
          <Field
            {...field('secret_key')}
            label={t.sources.secretKey}
            type="password"
            maxLength={500}
            autoComplete="new-password"
          />
        </div>
      )}
    </>
  );
}
