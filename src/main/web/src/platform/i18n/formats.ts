import { type Language, useLanguage } from '.';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

export interface Formats {
  bytes(n: number): string;
  dateTime(iso: string): string;
  date(iso: string): string;
  /** Time today, date before. */
  when(iso: string): string;
  day(date: Date): string;
  seconds(n: number): string;
  percent(share: number): string;
  number(n: number): string;
  /** 1.2M. */
  compact(n: number): string;
  /** Of nano-US-dollars: whole cents, or two figures of what is less than one. */
  money(nano: number): string;
  /** Of a million tokens, exactly. */
  price(nano: number): string;
  /** For axes. */
  shortMoney(nano: number): string;
  /** A day and month of UTC. */
  utcDay(iso: string): string;
  utcDate(iso: string): string;
  utcTime(iso: string): string;
  /** With the sign, for changes. */
  change(share: number): string;
  millis(n: number): string;
}

const NANO = 1_000_000_000;
const CENT = NANO / 100;

/** The reader's own form of the language where the browser names one: British, not just English. */
const localeOf = (language: Language): string =>
  navigator.languages?.find((name) => name.toLowerCase().startsWith(language)) ?? language;

function formatsOf(language: string): Formats {
  const dateTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const date = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const month = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric' });
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const seconds = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'narrow',
  });
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  return {
    ...figuresOf(language),
    bytes(n) {
      const step = n < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(n) / 3));
      return new Intl.NumberFormat(language, {
        style: 'unit',
        unit: UNITS[step] ?? 'byte',
        unitDisplay: step === 0 ? 'long' : 'short',
        maximumFractionDigits: step < 2 ? 0 : 1,
      }).format(n / 1000 ** step);
    },
    dateTime: (iso) => dateTime.format(new Date(iso)),
    when(iso) {
      const at = new Date(iso);
      const today = at.toDateString() === new Date().toDateString();
      return (today ? time : date).format(at);
    },
    date: (iso) => date.format(new Date(iso)),
    day: (at) => month.format(at),
    seconds: (n) => seconds.format(n),
    percent: (share) => percent.format(share),
    number: (n) => number.format(n),
  };
}

function figuresOf(
  language: string,
): Pick<
  Formats,
  | 'compact'
  | 'money'
  | 'price'
  | 'shortMoney'
  | 'utcDay'
  | 'utcDate'
  | 'utcTime'
  | 'change'
  | 'millis'
> {
  const compact = new Intl.NumberFormat(language, {
    notation: 'compact',
    maximumFractionDigits: 1,
  });
  const dollars = { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' } as const;
  const money = new Intl.NumberFormat(language, dollars);
  const small = new Intl.NumberFormat(language, {
    ...dollars,
    minimumFractionDigits: 0,
    maximumFractionDigits: 9,
    maximumSignificantDigits: 2,
  });
  const exact = new Intl.NumberFormat(language, { ...dollars, maximumFractionDigits: 9 });
  const short = new Intl.NumberFormat(language, {
    ...dollars,
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumSignificantDigits: 2,
  });
  const UTC = { timeZone: 'UTC' } as const;
  const day = new Intl.DateTimeFormat(language, { ...UTC, day: 'numeric', month: 'short' });
  const date = new Intl.DateTimeFormat(language, {
    ...UTC,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const time = new Intl.DateTimeFormat(language, { ...UTC, timeStyle: 'short' });
  const change = new Intl.NumberFormat(language, {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  });
  const millis = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'millisecond',
    maximumFractionDigits: 0,
  });
  return {
    compact: (n) => compact.format(n),
    money: (nano) => (nano !== 0 && Math.abs(nano) < CENT ? small : money).format(nano / NANO),
    price: (nano) => exact.format(nano / NANO),
    shortMoney: (nano) => short.format(nano / NANO),
    utcDay: (iso) => day.format(new Date(iso)),
    utcDate: (iso) => date.format(new Date(iso)),
    utcTime: (iso) => time.format(new Date(iso)),
    change: (share) => change.format(share),
    millis: (n) => millis.format(n),
  };
}

const cache = new Map<Language, Formats>();

export function useFormats(): Formats {
  const language = useLanguage();
  let formats = cache.get(language);
  if (!formats) {
    formats = formatsOf(localeOf(language));
    cache.set(language, formats);
  }
  return formats;
}
