import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { filled, wrong } from '../ui/form-checks';
import { FormEnd } from '../ui/form-end';
import { Select } from '../ui/select';
import { useForm } from '../ui/use-form';
import { addServer, TOOLS } from './api';
import { CredentialFields, credentialOf } from './credential-fields';
import { nameFault } from './names';

interface ServerDialogProps {
  programs: readonly string[];
  onClose: () => void;
}

export function ServerDialog({ programs, onClose }: ServerDialogProps) {
  const t = useText();
  const client = useQueryClient();
  const [program, setProgram] = useState('');
  const { form, field, problem, busy, wait } = useForm({
    initial: { name: '', url: '', header: '', secret: '' },
    check: (values) =>
      wrong({
        name: nameFault(t, values.name),
        url: program === '' ? filled(t, values.url) : undefined,
      }),
    async send(values) {
      await addServer({
        name: values.name.trim(),
        ...(program === ''
          ? { url: values.url.trim(), ...credentialOf(values.header, values.secret) }
          : { program }),
      });
      await client.invalidateQueries({ queryKey: TOOLS });
      onClose();
    },
    fieldOf: (found) => ({
      ...(found.code === 'name_taken' && { name: t.tools.nameTaken }),
    }),
  });
  return (
    <Dialog title={t.tools.serverTitle} onClose={onClose}>
      <form {...form} className="flex flex-col gap-5 overflow-y-auto px-5 pb-5">
        <Field
          {...field('name')}
          label={t.tools.name}
          hint={t.tools.nameHint}
          maxLength={32}
          autoComplete="off"
          spellCheck={false}
        />
        {programs.length > 0 && (
          <Select
            label={t.tools.program}
            hint={t.tools.programHint}
            value={program}
            choices={[
              { value: '', label: t.tools.noProgram },
              ...programs.map((value) => ({ value, label: value })),
            ]}
            onChoose={setProgram}
          />
        )}
        {program === '' && (
          <>
            <Field {...field('url')} label={t.tools.url} maxLength={2000} inputMode="url" />
            <CredentialFields field={field} />
          </>
        )}
        <FormEnd problem={problem} busy={busy} wait={wait} onCancel={onClose}>
          {t.tools.save}
        </FormEnd>
      </form>
    </Dialog>
  );
}
