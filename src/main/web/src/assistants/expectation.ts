import type { Catalogue } from '../platform/i18n';
import type { CaseExpectation } from '../wire/types';

/** What is expected, in words. */
export function toldExpectation(t: Catalogue, expect: CaseExpectation): string[] {
  return [
    ...(expect.cites ? [t.cases.tellCites(expect.cites)] : []),
    ...expect.contains.map((words) => t.cases.tellContains(words)),
    ...expect.lacks.map((words) => t.cases.tellLacks(words)),
    ...(expect.unknown ? [t.cases.tellUnknown] : []),
  ];
}
