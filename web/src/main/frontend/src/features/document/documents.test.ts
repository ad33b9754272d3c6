import { describe, expect, it } from 'vitest';
import { typeOf } from './documents';

describe('the type of a file', () => {
  it('follows from its ending, however that is written', () => {
    expect(typeOf({ name: 'Minutes.2026.PDF' })).toBe('application/pdf');
    expect(typeOf({ name: 'units.csv' })).toBe('text/csv');
  });

  it('is unknown for what is not taken', () => {
    expect(typeOf({ name: 'setup.exe' })).toBeUndefined();
    expect(typeOf({ name: 'pdf.' })).toBeUndefined();
  });
});
