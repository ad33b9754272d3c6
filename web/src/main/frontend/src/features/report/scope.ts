/** What a report is about; what is missing doesn't narrow it. */
export type Scope = { building?: string; from?: string; to?: string };
