import { Download } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { saveFile } from '../platform/save-file';
import { toast } from '../platform/toasts';
import { Button } from '../ui/button';
import { exportEvents, type Filter } from './api';

/** The events that the filters leave, as a file. */
export function ExportButton({ filter }: { filter: Filter }) {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      saveFile('audit.csv', await exportEvents(filter));
    } catch (error) {
      toast(problemText(t, problemIn(error)));
    }
    setBusy(false);
  };
  return (
    <Button disabled={busy} onClick={() => void save()}>
      <Download size={16} aria-hidden="true" />
      {t.audit.export}
    </Button>
  );
}
