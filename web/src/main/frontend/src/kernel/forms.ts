import type { UseFormReturnType } from '@mantine/form';
import { Problem } from './problem';

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

/** Every time zone there is to choose; browsers leave out the plainest, and other names of the same. */
export function zones(chosen: string): string[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), chosen])];
}

export type Choice = { value: string; label: string };

/** What a Select offers: each value by its word. */
export function choices(words: Record<string, string>): Choice[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
