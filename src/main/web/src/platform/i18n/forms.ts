type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export interface LanguageForms {
  /** `{n}` of the form that fits the count. */
  count(n: number, forms: Forms): string;
  number(n: number): string;
}

export function formsOf(language: string): LanguageForms {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return {
    count: (n, forms) =>
      (forms[rules.select(n)] ?? forms.other).replaceAll('{n}', numbers.format(n)),
    number: (n) => numbers.format(n),
  };
}
