import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { text, useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { toast } from '../platform/toasts';
import { Button } from '../ui/button';
import { inputClass } from '../ui/field';
import type { InboxConversation } from '../wire/types';
import { addNote, keys } from './api';
import { myself } from './whose';

export function Notes({ one }: { one: InboxConversation }) {
  const t = useText();
  const formats = useFormats();
  const id = useId();
  const nameOf = (author: string | undefined): string =>
    author === myself()
      ? t.inbox.you
      : one.people.find((person) => person.id === author)?.name || t.inbox.somebody;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="text-sm font-semibold">
        {t.inbox.notes}
      </h3>
      <p className="text-xs text-muted">{t.inbox.notesText}</p>
      {one.notes.length === 0 && <p className="mt-2 text-sm text-muted">{t.inbox.noNotes}</p>}
      <ul className="mt-2 flex flex-col gap-2">
        {one.notes.map((note) => (
          <li key={note.id} className="rounded-lg bg-warn-soft px-3 py-2 text-sm">
            <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{note.text}</p>
            <p className="mt-1 text-xs text-muted">
              {nameOf(note.author_id)} · {formats.when(note.created_at)}
            </p>
          </li>
        ))}
      </ul>
      <NoteForm id={one.item.handover.conversation_id} />
    </section>
  );
}

function NoteForm({ id }: { id: string }) {
  const t = useText();
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (note.trim() === '' || busy) return;
    setBusy(true);
    try {
      await addNote(id, note.trim());
      setNote('');
      await client.invalidateQueries({ queryKey: keys.one(id) });
    } catch (error) {
      toast(problemText(text(), problemIn(error)));
    }
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void send(event)} className="mt-3 flex flex-col items-end gap-2">
      <textarea
        data-note-box
        rows={2}
        value={note}
        maxLength={4000}
        aria-label={t.inbox.note}
        onChange={(event) => setNote(event.target.value)}
        className={`${inputClass} h-auto! py-2 text-sm`}
      />
      <Button small type="submit" disabled={note.trim() === '' || busy}>
        {t.inbox.addNote}
      </Button>
    </form>
  );
}
