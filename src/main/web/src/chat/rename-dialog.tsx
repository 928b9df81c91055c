import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { tellOtherTabs } from '../platform/tabs';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import type { Conversation, ConversationDetail } from '../wire/types';
import { keys, patchLists, renameConversation } from './api';

const MAX = 200;

export function RenameDialog({
  conversation,
  onClose,
}: {
  conversation: Conversation;
  onClose: () => void;
}) {
  const t = useText();
  const client = useQueryClient();
  const [title, setTitle] = useState(conversation.title);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const renamed = await renameConversation(conversation.id, title.trim());
      patchLists(client, conversation.id, (one) => ({ ...one, title: renamed.title }));
      client.setQueryData<ConversationDetail>(
        keys.one(conversation.id),
        (detail) =>
          detail && { ...detail, conversation: { ...detail.conversation, title: renamed.title } },
      );
      tellOtherTabs(conversation.id);
      onClose();
    } catch (failure) {
      setError(problemText(t, problemIn(failure)));
      setBusy(false);
    }
  };
  return (
    <Dialog title={t.list.renameTitle} onClose={onClose}>
      <form
        className="flex flex-col gap-4 px-5 pb-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (title.trim() !== '') void save();
        }}
      >
        <Field
          label={t.list.name}
          value={title}
          maxLength={MAX}
          error={error}
          autoComplete="off"
          onFocus={(event) => event.target.select()}
          onChange={(event) => setTitle(event.target.value)}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button look="primary" type="submit" disabled={busy || title.trim() === ''}>
            {t.common.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
