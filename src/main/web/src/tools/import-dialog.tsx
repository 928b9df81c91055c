import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { FormEnd } from '../ui/form-end';
import { TextArea } from '../ui/text-area';
import { useForm } from '../ui/use-form';
import type { ToolImportPreview, ToolImportSource } from '../wire/types';
import { importTools, previewImport, TOOLS } from './api';
import { CredentialFields, credentialOf } from './credential-fields';
import { Offers } from './offers';

interface Seen {
  source: ToolImportSource;
  preview: ToolImportPreview;
}

/** First a look at what a document offers, then a choice. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const [seen, setSeen] = useState<Seen | null>(null);
  return (
    <Dialog title={t.tools.importTitle} onClose={onClose} at="right">
      {seen === null ? (
        <Source onSeen={setSeen} onClose={onClose} />
      ) : (
        <Chosen seen={seen} onBack={() => setSeen(null)} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Source({ onSeen, onClose }: { onSeen: (seen: Seen) => void; onClose: () => void }) {
  const t = useText();
  const { form, field, problem, busy, wait } = useForm({
    initial: { url: '', document: '', server_url: '' },
    async send(values) {
      const source: ToolImportSource = {
        ...(values.url.trim() !== '' && { url: values.url.trim() }),
        ...(values.document.trim() !== '' && { document: values.document }),
        ...(values.server_url.trim() !== '' && { server_url: values.server_url.trim() }),
      };
      onSeen({ source, preview: await previewImport(source) });
    },
  });
  return (
    <form {...form} className="flex flex-col gap-5 overflow-y-auto px-5 pb-5">
      <Field {...field('url')} label={t.tools.documentUrl} maxLength={2000} inputMode="url" />
      <TextArea
        {...field('document')}
        label={t.tools.document}
        hint={t.tools.documentHint}
        rows={8}
        maxLength={1_048_576}
        spellCheck={false}
      />
      <Field
        {...field('server_url')}
        label={t.tools.server}
        hint={t.tools.serverHint}
        maxLength={2000}
        inputMode="url"
      />
      <FormEnd problem={problem} busy={busy} wait={wait} onCancel={onClose}>
        {t.tools.look}
      </FormEnd>
    </form>
  );
}

interface ChosenProps {
  seen: Seen;
  onBack: () => void;
  onClose: () => void;
}

function Chosen({ seen, onBack, onClose }: ChosenProps) {
  const t = useText();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { form, field, problem, busy, wait } = useForm({
    initial: { header: '', secret: '' },
    async send(values) {
      const tools = [...chosen].map((operation) => ({ operation }));
      await importTools({
        source: seen.source,
        tools,
        ...credentialOf(values.header, values.secret),
      });
      await client.invalidateQueries({ queryKey: TOOLS });
      onClose();
    },
  });
  return (
    <form {...form} className="flex flex-col gap-5 overflow-y-auto px-5 pb-5">
      <p className="text-sm text-muted [overflow-wrap:anywhere]">
        {seen.preview.title} · {seen.preview.server}
      </p>
      <Offers
        offers={seen.preview.operations.map((one) => ({
          id: one.operation,
          name: one.name,
          description: `${one.operation} · ${one.description}`,
          effect: one.side_effect,
          refused: one.refused,
        }))}
        chosen={chosen}
        onChoose={setChosen}
      />
      <CredentialFields field={field} />
      <Button onClick={onBack} className="self-start">
        {t.tools.back}
      </Button>
      <FormEnd
        problem={problem}
        busy={busy}
        wait={wait}
        onCancel={onClose}
        disabled={chosen.size === 0}
      >
        {t.tools.addChosen(chosen.size)}
      </FormEnd>
    </form>
  );
}
