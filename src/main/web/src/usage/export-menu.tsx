import { Download } from 'lucide-react';
import { useText } from '../platform/i18n';
import { problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { saveFile } from '../platform/save-file';
import { toast } from '../platform/toasts';
import { buttonClass } from '../ui/button';
import { Menu } from '../ui/menu';
import type { UsageSeries } from '../wire/types';
import { exportLedger } from './api';
import { csvOf } from './csv';
import { useGroupName } from './use-group-name';
import { daysOf, type Span } from './view';

/** The sums that are shown, or every entry behind them, as a file. */
export function ExportMenu({ series, span }: { series: UsageSeries; span: Span }) {
  const t = useText();
  const nameOf = useGroupName();
  const days = daysOf(span).join('_');
  const ledger = async () => {
    try {
      saveFile(`ledger_${days}.csv`, await exportLedger(span));
    } catch (error) {
      toast(problemText(t, problemIn(error)));
    }
  };
  const sums = () => {
    const text = csvOf(series, (name) => nameOf(series.group_by, name));
    saveFile(`usage_${days}.csv`, new Blob([text], { type: 'text/csv' }));
  };
  return (
    <Menu
      label={t.usage.export}
      trigger={
        <>
          <Download size={16} aria-hidden="true" />
          {t.usage.export}
        </>
      }
      items={[
        { label: t.usage.exportSums, act: sums },
        { label: t.usage.exportLedger, act: () => void ledger() },
      ]}
      className={buttonClass('plain')}
    />
  );
}
