import { type FormEvent, useState } from 'react';
import { useText } from '../platform/i18n';
import { Button } from '../ui/button';
import { Section } from '../ui/section';
import { TextArea } from '../ui/text-area';
import { TriedAnswer } from './tried-answer';
import type { Editing } from './use-editing';
import { useTrying } from './use-trying';

interface TryPanelProps {
  id: string;
  editing: Editing;
  label: string;
}

/** Asks what is typed, saved or not. */
export function TryPanel({ id, editing, label }: TryPanelProps) {
  const t = useText();
  const [question, setQuestion] = useState('');
  const { trying, ask, stop } = useTrying(id);
  const running = trying?.running ?? false;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (question.trim() !== '' && !running) void ask(question.trim(), editing.definition);
  };
  return (
    <aside className="min-w-0 lg:sticky lg:top-0 lg:max-h-dvh lg:self-start lg:overflow-y-auto lg:pb-6">
      <Section title={label} text={t.assistants.tryText}>
        <form onSubmit={submit} className="flex flex-col gap-3 p-4 sm:p-5">
          <TextArea
            label={t.assistants.question}
            rows={2}
            maxLength={4_000}
            value={question}
            onChange={(event) => setQuestion(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
                submit(event);
              }
            }}
          />
          <div className="flex justify-end">
            {running ? (
              <Button key="stop" onClick={stop}>
                {t.assistants.stop}
              </Button>
            ) : (
              <Button
                key="ask"
                look="primary"
                type="submit"
                disabled={question.trim() === '' || editing.faults.size > 0}
              >
                {t.assistants.ask}
              </Button>
            )}
          </div>
          {trying && <TriedAnswer trying={trying} />}
        </form>
      </Section>
    </aside>
  );
}
