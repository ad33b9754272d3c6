import { beforeEach, describe, expect, it } from 'vitest';
import { duration, exponent, instant, minorUnits, money, plainAmount } from './format';
import { speak } from './texts';

const plainSpaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('what somebody typed', () => {
  it('is read in minor units, with as many decimals as the currency has', () => {
    expect(minorUnits('1234.56', 'ARS')).toBe(123456);
    expect(minorUnits('1234', 'JPY')).toBe(1234);
    expect(minorUnits('1.234', 'KWD')).toBe(1234);
  });

  it('may lack decimals, and use either mark', () => {
    expect(minorUnits('12', 'ARS')).toBe(1200);
    expect(minorUnits('12,5', 'ARS')).toBe(1250);
    expect(minorUnits('12.', 'ARS')).toBe(1200);
    expect(minorUnits(' 0,05 ', 'ARS')).toBe(5);
    expect(minorUnits('1.5', 'KWD')).toBe(1500);
  });

  it('is no amount with more decimals than the currency has', () => {
    expect(minorUnits('1.234', 'ARS')).toBeNull();
    expect(minorUnits('1.5', 'JPY')).toBeNull();
    expect(minorUnits('1.2345', 'KWD')).toBeNull();
  });

  it('may be negative, but is never a negative nothing', () => {
    expect(minorUnits('-12.30', 'ARS')).toBe(-1230);
    expect(Object.is(minorUnits('-0', 'ARS'), 0)).toBe(true);
  });

  it('is refused rather than rounded when it is too long to count', () => {
    expect(minorUnits('9999999999999.99', 'ARS')).toBe(999999999999999);
    expect(minorUnits('9999999999999.999', 'KWD')).toBeNull();
    expect(minorUnits('12345678901234', 'JPY')).toBeNull();
  });

  it('is refused when it could mean two amounts, or none', () => {
    for (const text of ['', '-', '.5', '1,234.56', '1.234,56', '1e3', '12 000', '$12', '--1', '+1', 'NaN']) {
      expect(minorUnits(text, 'ARS'), text).toBeNull();
    }
  });
});

describe('an amount', () => {
  beforeEach(() => speak('en'));

  it('has the decimals of ISO 4217, also where browsers show others', () => {
    expect(['ARS', 'JPY', 'KWD', 'CLF', 'COP', 'HUF', 'IQD'].map(exponent)).toEqual([2, 0, 3, 4, 2, 2, 3]);
    expect(plainSpaces(money({ amountMinor: 123456, currency: 'COP' }))).toBe('COP 1,234.56');
  });

  it('is shown as the language writes it', () => {
    expect(plainSpaces(money({ amountMinor: 123456, currency: 'EUR' }))).toBe('€1,234.56');
    expect(money({ amountMinor: -5, currency: 'EUR' })).toBe('-€0.05');
    expect(plainSpaces(money({ amountMinor: 1234, currency: 'JPY' }))).toBe('JP¥1,234');
    expect(plainSpaces(money({ amountMinor: 1234, currency: 'KWD' }))).toBe('KWD 1.234');
    expect(money(null)).toBe('–');
    speak('es');
    expect(plainSpaces(money({ amountMinor: 123456, currency: 'ARS' }))).toBe('$ 1.234,56');
  });

  it('keeps its last cent however large it is', () => {
    expect(money({ amountMinor: Number.MAX_SAFE_INTEGER, currency: 'EUR' })).toBe('€90,071,992,547,409.91');
  });

  it('is put into a field so that it is read back as it was', () => {
    for (const [amountMinor, currency, text] of [
      [5, 'ARS', '0.05'],
      [-5, 'ARS', '-0.05'],
      [1200, 'ARS', '12.00'],
      [0, 'JPY', '0'],
      [7, 'JPY', '7'],
      [7, 'KWD', '0.007'],
      [999999999999999, 'ARS', '9999999999999.99'],
    ] as const) {
      expect(plainAmount({ amountMinor, currency })).toBe(text);
      expect(minorUnits(text, currency)).toBe(amountMinor);
    }
    speak('es');
    expect(plainAmount({ amountMinor: -5, currency: 'ARS' })).toBe('-0,05');
  });
});

it('says how long something took in the two units that matter', () => {
  speak('en');
  expect(duration(0)).toBe('0 s');
  expect(duration(0.02)).toBe('< 0.1 s');
  expect(duration(4.21)).toBe('4.2 s');
  expect(duration(95)).toBe('1 min 35 s');
  expect(duration(32_400)).toBe('9 h 0 min');
  expect(duration(365_400)).toBe('4 d 5 h');
  expect(duration(null)).toBe('–');
});

it('tells the time by 24 hours in both languages', () => {
  const evening = new Date(2026, 10, 29, 17, 45).toISOString();
  speak('en');
  expect(instant(evening)).toBe('29 Nov 2026, 17:45');
  speak('es');
  expect(instant(evening)).toBe('29 nov 2026, 17:45');
});
