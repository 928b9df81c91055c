import { useState } from 'react';
import { useText } from '../platform/i18n';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import type { FeedbackReason } from '../wire/types';

const REASONS: readonly FeedbackReason[] = [
  'wrong',
  'incomplete',
  'unsupported',
  'unclear',
  'off_topic',
  'unsafe',
  'other',
];

interface WhyDialogProps {
  onClose: () => void;
  onSend: (reason: FeedbackReason | null, text: string) => void;
}

/** Why an answer is bad, in one of a few words and in one's own. */
export function WhyDialog({ onClose, onSend }: WhyDialogProps) {
  const t = useText();
  const [reason, setReason] = useState<FeedbackReason | null>(null);
  const [text, setText] = useState('');
  return (
    <Dialog title={t.chat.whyBad} onClose={onClose}>
      <form
        className="flex flex-col gap-4 px-5 pb-5"
        onSubmit={(event) => {
          event.preventDefault();
          onSend(reason, text.trim());
        }}
      >
        <fieldset className="flex flex-col">
          <legend className="sr-only">{t.chat.whyBad}</legend>
          {REASONS.map((one) => (
            <label key={one} className="flex min-h-9 coarse:min-h-11 items-center gap-2.5 text-sm">
              <input
                type="radio"
                name="reason"
                checked={reason === one}
                onChange={() => setReason(one)}
                className="accent-accent"
              />
              {t.chat.reasons[one]}
            </label>
          ))}
        </fieldset>
        <textarea
          rows={3}
          maxLength={2000}
          value={text}
          aria-label={t.chat.more}
          placeholder={t.chat.more}
          onChange={(event) => setText(event.target.value)}
          className="resize-none rounded-lg border border-line bg-surface px-3 py-2 text-sm focus:border-accent"
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button look="primary" type="submit" disabled={reason === null && text.trim() === ''}>
            {t.chat.sendFeedback}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
