import { describe, expect, it } from 'vitest';
import { pastedUnits, type UnitType } from './pastedUnits';
import { inPercent, ofPercent } from './shares';

const spanish: Record<UnitType, string> = {
  APARTMENT: 'Departamento',
  HOUSE: 'Casa',
  OFFICE: 'Oficina',
  STORAGE: 'Baulera',
  PARKING: 'Cochera',
  OTHER: 'Otra',
};

describe('a pasted list of units', () => {
  it('reads tabs, semicolons and commas, and words of both languages', () => {
    const { units, bad } = pastedUnits('1A\tFront\tAPARTMENT\t54.5\t0.25\n\n1B;;Cochera;12,5;\n2A,Back', [
      spanish,
    ]);
    expect(bad).toEqual([]);
    expect(units.map((unit) => [unit.code, unit.label, unit.type, unit.areaM2, unit.share])).toEqual([
      ['1A', 'Front', 'APARTMENT', 54.5, 0.25],
      ['1B', null, 'PARKING', 12.5, null],
      ['2A', 'Back', 'APARTMENT', null, null],
    ]);
  });

  it('reads shares in percent, too, to the last decimal', () => {
    const { units } = pastedUnits('1A;;;;3.53618427%\n1B;;;;12,5 %\n1C;;;;0.0353618427', []);
    expect(units.map((unit) => unit.share)).toEqual([0.0353618427, 0.125, 0.0353618427]);
    expect(inPercent(0.0353618427)).toBe(3.53618427);
    expect(ofPercent(inPercent(0.1184210526))).toBe(0.1184210526);
  });

  it('says which lines are wrong, and why', () => {
    const { units, bad } = pastedUnits(
      [
        '1A',
        '1a',
        '\tno code',
        `${'x'.repeat(41)}`,
        '2A\t\tcastle',
        '2B\t\t\t-3',
        '2C\t\t\t\t1.5',
        '2D\t\t\tbig',
        '2E\t\t\t\t101%',
      ].join('\n'),
      [spanish],
    );
    expect(units.map((unit) => unit.code)).toEqual(['1A']);
    expect(bad.map(({ line, why }) => `${line} ${why}`)).toEqual([
      '2 twice',
      '3 code',
      '4 code',
      '5 type',
      '6 area',
      '7 share',
      '8 area',
      '9 share',
    ]);
  });

  it('leaves out a heading, but only where one stands', () => {
    const { units, bad } = pastedUnits('Code;Label;Type;Area;Share\n1A;;;;\nUnit;;;;', []);
    expect(bad).toEqual([]);
    expect(units.map(({ code }) => code)).toEqual(['1A', 'Unit']);
  });
});
