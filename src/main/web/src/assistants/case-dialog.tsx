import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { toast } from '../platform/toasts';
import { CheckLine } from '../ui/check-line';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { filled, wrong } from '../ui/form-checks';
import { FormEnd } from '../ui/form-end';
import { Select } from '../ui/select';
import { TextArea } from '../ui/text-area';
import { useForm } from '../ui/use-form';
import type { QuestionCase } from '../wire/types';
import { addAssistant, keys } from './api';
import { addCase, caseKeys, changeCase } from './cases-api';
import { EMPTY, linesOf } from './draft';

const MOST_LINES = 10;
const LONGEST_LINE = 200;

/** In place of an id: the default assistant, which is made when it has its first case. */
export const TO_MAKE = '';

interface CaseDialogProps {
  /** Where it can be added. */
  assistants: readonly { id: string; name: string }[];
  /** Null for a new one. */
  known: QuestionCase | null;
  /** That it is to be made of. */
  asked?: { id: string; question: string };
  onClose: () => void;
}

export function CaseDialog({ assistants, known, asked, onClose }: CaseDialogProps) {
  const t = useText();
  const client = useQueryClient();
  const [assistant, setAssistant] = useState(assistants[0]?.id ?? '');
  const [unknown, setUnknown] = useState(known?.expect.unknown ?? false);
  const tooMuch = (text: string) => {
    const lines = linesOf(text);
    const long = lines.some((line) => [...line].length > LONGEST_LINE);
    return long || lines.length > MOST_LINES ? t.cases.linesBad : undefined;
  };
  const makeDefault = async () => {
    const wanted = { slug: 'default', name: t.cases.standard, definition: EMPTY };
    const made = (await addAssistant(wanted)).assistant;
    void client.invalidateQueries({ queryKey: keys.all, exact: true });
    setAssistant(made.id);
    return made.id;
  };
  const { form, field, problem, busy, wait } = useForm({
    initial: {
      question: known?.question ?? asked?.question ?? '',
      cites: known?.expect.cites ?? '',
      contains: known?.expect.contains.join('\n') ?? '',
      lacks: known?.expect.lacks.join('\n') ?? '',
    },
    check: (given) => {
      const empty = [given.cites, given.contains, given.lacks].every((text) => text.trim() === '');
      return wrong({
        question: filled(t, given.question),
        cites: empty && !unknown ? t.cases.expectSomething : undefined,
        contains: tooMuch(given.contains),
        lacks: tooMuch(given.lacks),
      });
    },
    async send(given) {
      const cites = given.cites.trim();
      const body = {
        question: given.question.trim(),
        expect: {
          ...(cites !== '' && { cites }),
          contains: linesOf(given.contains),
          lacks: linesOf(given.lacks),
          unknown,
        },
        ...(asked && { question_id: asked.id }),
      };
      const place = assistant === TO_MAKE ? await makeDefault() : assistant;
      await (known ? changeCase(place, known.id, body) : addCase(place, body));
      await client.invalidateQueries({ queryKey: caseKeys.cases(place) });
      if (asked) toast(t.cases.made);
      onClose();
    },
  });
  return (
    <Dialog title={known ? t.cases.editTitle : t.cases.addTitle} onClose={onClose} at="right">
      <form {...form} className="flex flex-col gap-5 overflow-y-auto px-5 pb-5">
        {assistants.length > 1 && (
          <Select
            label={t.cases.assistant}
            value={assistant}
            choices={assistants.map(({ id, name }) => ({ value: id, label: name }))}
            onChoose={setAssistant}
          />
        )}
        <TextArea {...field('question')} label={t.cases.question} rows={2} maxLength={4_000} />
        <Field
          {...field('cites')}
          label={t.cases.cites}
          hint={t.cases.citesHint}
          maxLength={400}
          autoComplete="off"
        />
        <TextArea
          {...field('contains')}
          label={t.cases.contains}
          hint={t.cases.linesHint}
          rows={3}
        />
        <TextArea {...field('lacks')} label={t.cases.lacks} rows={2} />
        <CheckLine
          label={t.cases.unknown}
          hint={t.cases.unknownHint}
          checked={unknown}
          onChange={setUnknown}
        />
        <FormEnd problem={problem} busy={busy} wait={wait} onCancel={onClose}>
          {t.common.save}
        </FormEnd>
      </form>
    </Dialog>
  );
}
