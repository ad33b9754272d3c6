import type { UseFormReturnType } from '@mantine/form';
import { capital } from './format';
import { Problem } from './problem';
import { language } from './texts';

/** Puts what the API says of fields beside the fields; true if all of it found a place. */
export function placeViolations<T extends Record<string, unknown>>(
  form: UseFormReturnType<T>,
  failure: unknown,
): boolean {
  if (!(failure instanceof Problem) || failure.violations.length === 0) return false;
  const values = form.getValues();
  let placed = true;
  for (const { field, message } of failure.violations) {
    const name = field.split('.')[0] ?? field;
    if (field in values) form.setFieldError(field, message);
    else if (name in values) form.setFieldError(name, message);
    else placed = false;
  }
  return placed;
}

export type Choice = { value: string; label: string };

/** Every time zone there is to choose; browsers leave out the plainest, and other names of the same. */
export function zones(chosen: string): Choice[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), chosen])].map((value) => ({
    value,
    label: value.replaceAll('_', ' '),
  }));
}

/** Every currency there is to choose, by its code and its name. */
export function currencies(): Choice[] {
  const names = new Intl.DisplayNames(language(), { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((value) => ({
    value,
    label: `${value} · ${names.of(value) ?? value}`,
  }));
}

/** What a Select offers: each value by its word. */
export function choices(words: Record<string, string>): Choice[] {
  return Object.entries(words).map(([value, label]) => ({ value, label: capital(label) }));
}
