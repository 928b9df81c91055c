import { useText } from '../platform/i18n';
import { Badge } from '../ui/badge';
import type { CaseResult } from '../wire/types';

interface ResultListProps {
  results: readonly CaseResult[];
  /** Of the live version; null where there is nothing to compare with. */
  before: readonly CaseResult[] | null;
}

/** What came of the cases, those that failed first. */
export function ResultList({ results, before }: ResultListProps) {
  const sorted = [...results].sort((a, b) => Number(a.passed) - Number(b.passed));
  return (
    <ul className="border-t border-line">
      {sorted.map((result) => (
        <Result
          key={result.case_id}
          result={result}
          before={before?.find((one) => one.case_id === result.case_id)?.passed}
        />
      ))}
    </ul>
  );
}

function Result({ result, before }: { result: CaseResult; before: boolean | undefined }) {
  const t = useText();
  const { passed, question, answer, sources, faults } = result;
  return (
    <li className="border-b border-line px-4 py-3 text-sm last:border-b-0 sm:px-5">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={passed ? 'good' : 'bad'}>{passed ? t.cases.passes : t.cases.fails}</Badge>
        {before !== undefined && before !== passed && (
          <Badge tone={passed ? 'plain' : 'warn'}>{passed ? t.cases.better : t.cases.worse}</Badge>
        )}
        <span className="font-medium [overflow-wrap:anywhere]">{question}</span>
      </p>
      {faults.length > 0 && (
        <ul className="mt-1 text-danger">
          {faults.map(({ kind, text }) => (
            <li key={`${kind} ${text}`} className="[overflow-wrap:anywhere]">
              {t.cases.faults[kind](text)}
            </li>
          ))}
        </ul>
      )}
      {answer !== '' && (
        <details className="mt-1 text-muted">
          <summary className="cursor-pointer py-1 coarse:py-3">{t.cases.answer}</summary>
          <p className="whitespace-pre-wrap text-ink [overflow-wrap:anywhere]">{answer}</p>
          {sources.length > 0 && <p className="mt-1">{t.cases.sources(sources.join(', '))}</p>}
        </details>
      )}
    </li>
  );
}
