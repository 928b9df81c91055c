import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { fieldError, problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { webLink } from '../platform/safe-link';
import { toast } from '../platform/toasts';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { addPage, keys } from './api';

interface UrlDialogProps {
  base: string;
  onClose: () => void;
}

export function UrlDialog({ base, onClose }: UrlDialogProps) {
  const t = useText();
  const client = useQueryClient();
  const [url, setUrl] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const add = async () => {
    const link = webLink(url.trim());
    if (link === null) {
      setError(t.documents.urlBad);
      return;
    }
    setBusy(true);
    try {
      await addPage(link.href, base);
      void client.invalidateQueries({ queryKey: keys.lists });
      void client.invalidateQueries({ queryKey: keys.counts });
      toast(t.documents.urlAdded);
      onClose();
    } catch (failure) {
      const problem = problemIn(failure);
      setError(fieldError(problem, 'url') ?? problemText(t, problem));
      setBusy(false);
    }
  };
  return (
    <Dialog title={t.documents.urlTitle} onClose={onClose}>
      <form
        noValidate
        className="flex flex-col gap-4 px-5 pb-5"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Field
          label={t.documents.urlLabel}
          type="url"
          inputMode="url"
          placeholder="https://"
          autoFocus
          value={url}
          hint={t.documents.urlHint}
          error={error}
          onChange={(event) => {
            setUrl(event.target.value);
            setError(undefined);
          }}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button look="primary" type="submit" disabled={busy}>
            {t.documents.urlAdd}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
