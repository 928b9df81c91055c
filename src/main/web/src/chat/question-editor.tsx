import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useText } from '../platform/i18n';
import { Button } from '../ui/button';

const MAX_CHARS = 32_000;

interface QuestionEditorProps {
  text: string;
  onSend: (text: string) => void;
  onClose: () => void;
}

/** A question being put into other words. */
export function QuestionEditor({ text, onSend, onClose }: QuestionEditorProps) {
  const t = useText();
  const [draft, setDraft] = useState(text);
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const area = input.current;
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);
  const length = [...draft].length;
  const canSend = draft.trim() !== '' && length <= MAX_CHARS && draft.trim() !== text;
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    } else if (event.key === 'Enter' && !event.shiftKey && matchMedia('(pointer: fine)').matches) {
      event.preventDefault();
      if (canSend) onSend(draft);
    }
  };
  return (
    <form
      className="w-full rounded-2xl border border-line-strong bg-surface p-2 focus-within:border-accent"
      onSubmit={(event) => {
        event.preventDefault();
        if (canSend) onSend(draft);
      }}
    >
      <textarea
        ref={input}
        rows={Math.min(8, Math.max(2, draft.split('\n').length))}
        value={draft}
        aria-label={t.chat.editQuestion}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKey}
        className="w-full resize-none bg-transparent px-2 py-1.5 leading-6 focus:outline-none"
      />
      {length > MAX_CHARS && (
        <p role="alert" className="px-2 pb-2 text-sm text-danger">
          {t.chat.tooLong(length, MAX_CHARS)}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button small look="quiet" onClick={onClose}>
          {t.common.cancel}
        </Button>
        <Button small look="primary" type="submit" disabled={!canSend}>
          {t.chat.send}
        </Button>
      </div>
    </form>
  );
}
