import { shareText } from '@/features/building/shares';
import { bytes, date, duration, instant, money, month, number, type Money } from '@/kernel/format';

/** What is told of changes in words, and of ids by names, comes from whoever asks. */
export type Tongue = {
  /** What all fields are called, in the order in which they are told. */
  fields: Record<string, string>;
  /** The word for a code of this kind of thing, where there is one. */
  word: (entity: string, code: string) => string | undefined;
  /** Whose id it is, where that is known. */
  name: (kind: string, id: string) => string | undefined;
  /** Where there is a page of it. */
  page: (kind: string, id: string) => string | undefined;
  yes: string;
  no: string;
};

export type Told = { text: string; to?: string };
/** Nothing was where something is set for the first time, and nothing is where it is taken away. */
export type Change = { field: string; was: Told[]; is: Told[] };

/** The row itself says them: which thing, and when. */
const SAID = ['id', 'createdAt', 'updatedAt'];
/** Fields that hold codes; in any other, capitals are what somebody typed. */
const CODED = /^(category|door|kind|method|priority|roles?|status|subscriptionStatus|type|visibility)$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const MONTH = /^\d{4}-\d\d$/;
/** How many of a list are told. */
const MOST = 5;

/** The thing that a field is about: vendorId and vendorName are both about the vendor. */
export function about(field: string): string {
  return /^(.+?)(Id|Name|Code|Number)$/.exec(field)?.[1] ?? field;
}

/** What an entry of the log says has changed, for people. */
export function tell(entity: string, changes: unknown, tongue: Tongue): Change[] {
  const fields = Object.entries((changes ?? {}) as Record<string, unknown>).filter(
    ([field, change]) => !SAID.includes(field) && JSON.stringify(change) !== '{}',
  );
  const was = Object.fromEntries(
    fields.map(([field, change]) => [field, isStep(change) ? change.from : null]),
  );
  const is = Object.fromEntries(
    fields.map(([field, change]) => [field, isStep(change) ? change.to : change]),
  );
  const order = Object.keys(tongue.fields);
  const place = (kind: string) => (order.includes(kind) ? order.indexOf(kind) : order.length);
  return kindsOf(is)
    .sort((one, other) => place(one) - place(other))
    .map((kind) => ({
      field: tongue.fields[kind] ?? kind,
      was: toldOf(entity, kind, was, tongue),
      is: toldOf(entity, kind, is, tongue),
    }));
}

function isStep(change: unknown): change is { from: unknown; to: unknown } {
  return isObject(change) && 'from' in change && 'to' in change && Object.keys(change).length === 2;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function kindsOf(row: Record<string, unknown>): string[] {
  return [...new Set(Object.keys(row).map(about))];
}

/** All that a row holds of a kind: where both its id and its name stand there, the name leads to the page. */
function toldOf(entity: string, kind: string, row: Record<string, unknown>, tongue: Tongue): Told[] {
  const held = Object.entries(row).filter(
    ([field, value]) => about(field) === kind && value !== null && value !== undefined,
  );
  const id = held.map(([, value]) => value).find(isId);
  const named = held.filter(([, value]) => !isId(value));
  if (id === undefined || named.length === 0)
    return held.flatMap(([, value]) => valueOf(entity, kind, value, tongue));
  return named.map(([, value]) => ({ text: String(value), to: tongue.page(kind, id) }));
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}

function valueOf(entity: string, kind: string, value: unknown, tongue: Tongue): Told[] {
  if (Array.isArray(value)) return listed(entity, kind, value, tongue);
  if (isObject(value)) {
    return 'amountMinor' in value ? [{ text: money(value as Money) }] : described(entity, value, tongue);
  }
  if (isId(value)) {
    return [{ text: tongue.name(kind, value) ?? `…${value.slice(-8)}`, to: tongue.page(kind, value) }];
  }
  return [{ text: plain(entity, kind, value, tongue) }];
}

function plain(entity: string, kind: string, value: unknown, tongue: Tongue): string {
  if (typeof value === 'boolean') return value ? tongue.yes : tongue.no;
  if (typeof value === 'number') {
    if (kind === 'share') return shareText(value);
    if (kind === 'size') return bytes(value);
    if (kind === 'for') return duration(value);
    return kind === 'number' || kind === 'execution' ? String(value) : number(value, 10);
  }
  const text = String(value);
  if (INSTANT.test(text)) return instant(text);
  if (DAY.test(text)) return date(text);
  if (MONTH.test(text)) return month(text);
  return (CODED.test(kind) || entity === 'job' ? tongue.word(entity, text) : undefined) ?? text;
}

/** One after the other; what a thing in it is made of by spaces: a role, and the building it is over. */
function listed(entity: string, kind: string, values: unknown[], tongue: Tongue): Told[] {
  const told = values.slice(0, MOST).map((value) =>
    isObject(value) && !('amountMinor' in value)
      ? kindsOf(value)
          .map((each) => toldOf(entity, each, value, tongue))
          .filter((parts) => parts.length > 0)
          .reduce<Told[]>((all, parts) => joined(all, ' ', parts), [])
      : valueOf(entity, kind, value, tongue),
  );
  const rest = values.length > MOST ? [[{ text: `+ ${number(values.length - MOST)}` }]] : [];
  return [...told, ...rest].reduce<Told[]>((all, parts) => joined(all, ', ', parts), []);
}

/** Each of its fields by name. */
function described(entity: string, value: Record<string, unknown>, tongue: Tongue): Told[] {
  return tell(entity, value, tongue)
    .filter(({ is }) => is.length > 0)
    .map(({ field, is }) => [{ text: `${field}: ` }, ...is])
    .reduce<Told[]>((all, parts) => joined(all, ', ', parts), []);
}

function joined(all: Told[], between: string, parts: Told[]): Told[] {
  return all.length === 0 ? parts : [...all, { text: between }, ...parts];
}
