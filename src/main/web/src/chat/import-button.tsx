import { useQueryClient } from '@tanstack/react-query';
import { Upload } from 'lucide-react';
import { useRef } from 'react';
import { useText } from '../platform/i18n';
import { problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { go } from '../platform/router';
import { toast } from '../platform/toasts';
import { IconButton } from '../ui/button';
import { importConversation, keys } from './api';

/** Takes in a conversation from a file that was saved. */
export function ImportButton() {
  const t = useText();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File) => {
    let content: unknown;
    try {
      content = JSON.parse(await file.text());
    } catch {
      toast(t.list.notAFile);
      return;
    }
    try {
      const taken = await importConversation(content);
      void client.invalidateQueries({ queryKey: keys.lists });
      toast(t.list.imported);
      go(`/c/${taken.id}`);
    } catch (error) {
      toast(problemText(t, problemIn(error)));
    }
  };
  return (
    <>
      <IconButton label={t.list.import} className="ml-auto" onClick={() => input.current?.click()}>
        <Upload size={15} />
      </IconButton>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t.list.import}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void take(file);
        }}
      />
    </>
  );
}
