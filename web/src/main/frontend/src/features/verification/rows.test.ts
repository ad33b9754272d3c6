import { describe, expect, it } from 'vitest';
import { pageOf } from './rows';

const KEY = '01a213e0-3a60-7efc-9dca-1497245f92b6';

describe('the page of a row', () => {
  it('is that of its company', () => {
    expect(pageOf('tickets', KEY)).toBe(`/tickets/${KEY}`);
    expect(pageOf('unit_accounts', KEY)).toBe(`/units/${KEY}/account`);
  });

  it('is none for a table without pages, or a key that is no id', () => {
    expect(pageOf('audit_seals', KEY)).toBeNull();
    expect(pageOf('tickets', `${KEY},7`)).toBeNull();
    expect(pageOf('tickets', null)).toBeNull();
  });
});
