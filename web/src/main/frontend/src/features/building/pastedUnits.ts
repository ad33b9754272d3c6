import { ofPercent } from './shares';

/** A list of units as it comes off a spreadsheet: which lines can be added, and what is wrong with the others. */
export const UNIT_TYPES = ['APARTMENT', 'HOUSE', 'OFFICE', 'STORAGE', 'PARKING', 'OTHER'] as const;
export type UnitType = (typeof UNIT_TYPES)[number];

export type PastedUnit = {
  code: string;
  label: string | null;
  type: UnitType;
  areaM2: number | null;
  share: number | null;
  billable: boolean;
};
export type BadLine = { line: number; why: 'code' | 'type' | 'area' | 'share' | 'twice' };

const CODE_LENGTH = 40;
/** What the first cell of a heading says. */
const HEADING = /^(code|unit|código|codigo|unidad)$/i;

/** @param words what the types are called in any language we speak */
export function pastedUnits(
  text: string,
  words: Record<UnitType, string>[],
): { units: PastedUnit[]; bad: BadLine[] } {
  const types = new Map<string, UnitType>();
  for (const type of UNIT_TYPES) {
    types.set(type.toLowerCase(), type);
    words.forEach((language) => types.set(language[type].toLowerCase(), type));
  }
  const units: PastedUnit[] = [];
  const bad: BadLine[] = [];
  const seen = new Set<string>();
  text.split(/\r?\n/).forEach((row, index) => {
    if (!row.trim()) return;
    const line = index + 1;
    if (line === 1 && HEADING.test(cells(row)[0] ?? '')) return;
    const [code = '', label = '', typeWord = '', area = '', share = ''] = cells(row);
    const type = typeWord ? types.get(typeWord.toLowerCase()) : 'APARTMENT';
    const areaM2 = decimal(area);
    const part = shareOf(share);
    if (!code || code.length > CODE_LENGTH) bad.push({ line, why: 'code' });
    else if (seen.has(code.toLowerCase())) bad.push({ line, why: 'twice' });
    else if (!type) bad.push({ line, why: 'type' });
    else if (areaM2 === 'bad' || (areaM2 !== null && areaM2 <= 0)) bad.push({ line, why: 'area' });
    else if (part === 'bad' || (part !== null && (part <= 0 || part > 1))) bad.push({ line, why: 'share' });
    else {
      seen.add(code.toLowerCase());
      units.push({ code, label: label || null, type, areaM2, share: part, billable: true });
    }
  });
  return { units, bad };
}

function cells(row: string): string[] {
  const separator = row.includes('\t') ? '\t' : row.includes(';') ? ';' : ',';
  return row.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

/** As a part of one, or with its sign in percent: 0.0354 and 3.54% are the same. */
function shareOf(text: string): number | null | 'bad' {
  const part = decimal(text.replace(/\s*%$/, ''));
  return text.endsWith('%') && typeof part === 'number' ? ofPercent(part) : part;
}

function decimal(text: string): number | null | 'bad' {
  if (!text) return null;
  const value = Number(text.replace(',', '.'));
  return Number.isFinite(value) ? value : 'bad';
}
