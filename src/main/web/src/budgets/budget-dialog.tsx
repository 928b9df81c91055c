import { useQueryClient } from '@tanstack/react-query';
import { useText } from '../platform/i18n';
import { dollarsOf, nanoOf } from '../platform/money';
import { toast } from '../platform/toasts';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { filled, wrong } from '../ui/form-checks';
import { FormEnd } from '../ui/form-end';
import { Select } from '../ui/select';
import { useForm } from '../ui/use-form';
import type { Budget, BudgetRequest, SubjectKind } from '../wire/types';
import { changeBudget, createBudget, keys } from './api';
import { SubjectFields } from './subject-fields';

interface BudgetDialogProps {
  /** Null for a new one. */
  budget: Budget | null;
  onClose: () => void;
}

const PERIODS: readonly BudgetRequest['period'][] = ['month', 'day', 'total'];
const MOST_NANO = 1_000_000_000_000_000_000;

export function BudgetDialog({ budget, onClose }: BudgetDialogProps) {
  const t = useText();
  const client = useQueryClient();
  const { form, field, values, set, errorOf, problem, busy, wait } = useForm({
    initial: {
      name: budget?.name ?? '',
      subject: 'workspace',
      subject_id: '',
      period: 'month',
      limit_nano: budget === null ? '' : dollarsOf(budget.limit_nano),
    },
    check: ({ name, subject, subject_id: id, limit_nano: limit }) => {
      const nano = nanoOf(limit);
      return wrong({
        name: filled(t, name),
        subject_id: subject === 'workspace' || budget !== null ? undefined : filled(t, id),
        limit_nano:
          filled(t, limit) ?? (nano === null || nano > MOST_NANO ? t.prices.amountBad : undefined),
      });
    },
    async send({ name, subject, subject_id: id, period, limit_nano: limit }) {
      const body = { name: name.trim(), limit_nano: nanoOf(limit) ?? 0 };
      if (budget === null) {
        await createBudget({
          ...body,
          subject: subject as SubjectKind,
          ...(subject !== 'workspace' && { subject_id: id }),
          period: period as BudgetRequest['period'],
        });
      } else {
        await changeBudget(budget.id, body);
      }
      await client.invalidateQueries({ queryKey: keys.budgets });
      toast(t.budgets.saved(body.name), budget === null ? {} : { undo: () => takeBack(budget) });
      onClose();
    },
  });
  const takeBack = ({ id, name, limit_nano }: Budget) =>
    void changeBudget(id, { name, limit_nano }).finally(() =>
      client.invalidateQueries({ queryKey: keys.budgets }),
    );
  return (
    <Dialog title={budget === null ? t.budgets.add : t.budgets.edit} onClose={onClose}>
      <form {...form} className="relative flex flex-col gap-4 overflow-y-auto px-5 pb-5">
        <Field
          {...field('name')}
          label={t.budgets.name}
          hint={t.budgets.nameHint}
          maxLength={100}
          autoComplete="off"
        />
        {budget === null && (
          <SubjectFields
            subject={values.subject as SubjectKind}
            id={values.subject_id}
            error={errorOf('subject_id')}
            onSubject={(subject) => {
              set('subject', subject);
              set('subject_id', '');
            }}
            onId={(id) => set('subject_id', id)}
          />
        )}
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            {...field('limit_nano')}
            label={t.budgets.amount}
            hint={budget === null ? undefined : t.budgets.amountHint}
            inputMode="decimal"
            placeholder="50.00"
            autoComplete="off"
          />
          {budget === null && (
            <Select
              label={t.budgets.period}
              value={values.period}
              choices={PERIODS.map((value) => ({ value, label: t.budgets.periods[value] }))}
              onChoose={(period) => set('period', period)}
            />
          )}
        </div>
        <p className="text-sm text-muted text-pretty">{t.budgets.hard}</p>
        <FormEnd problem={problem} busy={busy} wait={wait} onCancel={onClose}>
          {budget === null ? t.budgets.add : t.common.save}
        </FormEnd>
      </form>
    </Dialog>
  );
}
