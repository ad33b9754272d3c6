const KEY = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Tables whose rows have a page, and where it is. */
const PAGES: Record<string, (key: string) => string> = {
  buildings: (key) => `/buildings/${key}`,
  units: (key) => `/units/${key}`,
  unit_accounts: (key) => `/units/${key}/account`,
  people: (key) => `/people/${key}`,
  tickets: (key) => `/tickets/${key}`,
  documents: (key) => `/documents/${key}`,
  announcements: (key) => `/announcements/${key}`,
  charges: (key) => `/charges/${key}`,
  payments: (key) => `/payments/${key}`,
};

/** Where the row is shown to its company; null for rows without a page of their own. */
export function pageOf(table: string | null, key: string | null): string | null {
  return table !== null && key !== null && KEY.test(key) ? (PAGES[table]?.(key) ?? null) : null;
}
