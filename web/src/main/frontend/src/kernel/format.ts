import { language } from './texts';

export type Money = { amountMinor: number; currency: string };

const LOCALES = { en: 'en-GB', es: 'es-AR' } as const;

const locale = () => LOCALES[language()];

/** The decimals of ISO 4217, as the server counts: browsers show some currencies, as COP and HUF, with others. */
const DECIMALS: Record<string, number> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XDR XOF XPF XSU'
    .split(' ')
    .map((code) => [code, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3]),
  ['CLF', 4],
]);

/** How many decimals the currency has: 2 for ARS, 0 for JPY, 3 for KWD. */
export function exponent(currency: string): number {
  return DECIMALS[currency] ?? 2;
}

export function money(amount: Money | null | undefined): string {
  if (!amount) return '–';
  const decimals = exponent(amount.currency);
  return new Intl.NumberFormat(locale(), {
    style: 'currency',
    currency: amount.currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(decimal(amount) as `${number}`);
}

/** Minor units of what somebody typed, with either decimal mark; null if it isn't an amount of this currency. */
export function minorUnits(text: string, currency: string): number | null {
  const decimals = exponent(currency);
  const match = /^(-?)(\d{1,13})(?:[.,](\d*))?$/.exec(text.trim());
  if (!match || (match[3] ?? '').length > decimals) return null;
  const value = Number(match[2] + (match[3] ?? '').padEnd(decimals, '0'));
  if (!Number.isSafeInteger(value)) return null;
  return match[1] && value !== 0 ? -value : value;
}

/** What to put into a field, so that {@link minorUnits} reads it back: with the mark of the language. */
export function plainAmount(amount: Money): string {
  return language() === 'es' ? decimal(amount).replace('.', ',') : decimal(amount);
}

/** Digit by digit, since division rounds. */
function decimal({ amountMinor, currency }: Money): string {
  const decimals = exponent(currency);
  const digits = String(Math.abs(amountMinor)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const rest = digits.slice(digits.length - decimals);
  return `${amountMinor < 0 ? '-' : ''}${whole}${rest && `.${rest}`}`;
}

/** A period, as 2026-11: what the bookkeeper calls a month. */
export function month(period: string | null | undefined): string {
  if (!period) return '–';
  const [year, number] = period.split('-').map(Number);
  return new Intl.DateTimeFormat(locale(), { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    Date.UTC(year ?? 0, (number ?? 1) - 1, 1),
  );
}

export function date(day: string | null | undefined): string {
  if (!day) return '–';
  const [year, month, number] = day.split('-').map(Number);
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(
    Date.UTC(year ?? 0, (month ?? 1) - 1, number ?? 1),
  );
}

/** By the clock of 24 hours in both languages: what stands in logs, mails and papers is to be found again. */
export function instant(at: string | null | undefined): string {
  if (!at) return '–';
  const then = new Date(at);
  const day = new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).format(then);
  const time = new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${day}, ${time.format(then)}`;
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

export function ago(at: string | null | undefined, now = Date.now()): string {
  if (!at) return '–';
  const seconds = (new Date(at).getTime() - now) / 1000;
  const [unit, size] = STEPS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}

export function number(value: number | null | undefined, digits = 0): string {
  return value === null || value === undefined
    ? '–'
    : new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value);
}

/** Where there is little room: 2.4M. */
export function compact(value: number): string {
  return new Intl.NumberFormat(locale(), { notation: 'compact' }).format(value);
}

export function percent(value: number | null | undefined, digits = 1): string {
  return value === null || value === undefined
    ? '–'
    : new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: digits }).format(value);
}

/** A word of a sentence where it stands alone: in a list of choices, on a card. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const A_DAY = 86_400;

export function duration(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined) return '–';
  if (seconds > 0 && seconds < 0.05) return `< ${number(0.1, 1)} s`;
  if (seconds < 9.95) return `${number(seconds, 1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  if (whole < 2 * A_DAY) return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
  return `${Math.floor(whole / A_DAY)} d ${Math.floor((whole % A_DAY) / 3600)} h`;
}

export function bytes(size: number | null | undefined): string {
  if (size === null || size === undefined) return '–';
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = size;
  let step = 0;
  while (value >= 1000 && step < units.length - 1) {
    value /= 1000;
    step += 1;
  }
  return `${number(value, step === 0 ? 0 : 1)} ${units[step]}`;
}
