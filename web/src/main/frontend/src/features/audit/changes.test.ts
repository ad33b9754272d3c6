import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '@/kernel/texts';
import { about, tell, type Change, type Told, type Tongue } from './changes';
import { fieldTexts } from './fieldTexts';

const TOWER = '019b76da-a800-779e-bde7-84541eb259f7';
const ANA = '019b76da-a802-7920-b4fd-1a8edbaa22a9';
const STRANGE = '019b76da-a801-787d-9140-6a211c9edf11';

const words: Record<string, string> = { OPEN: 'Open', CLOSED: 'Closed', seed: 'Demonstration data' };
const names: Record<string, string> = { [TOWER]: 'Tower', [ANA]: 'Ana' };

const tongue: Tongue = {
  fields: fieldTexts.en,
  word: (entity, code) => (entity === 'ticket' || entity === 'job' ? words[code] : undefined),
  name: (kind, id) => (kind === 'building' || kind === 'assignee' ? names[id] : undefined),
  page: (kind, id) => (kind === 'building' || kind === 'unit' ? `/${kind}s/${id}` : undefined),
  yes: 'Yes',
  no: 'No',
};

const line = (parts: Told[]) =>
  parts.length === 0
    ? '–'
    : parts
        .map(({ text, to }) => (to ? `[${text}](${to})` : text))
        .join('')
        .replace(/[\u00a0\u202f]/g, ' ');
const lines = (changes: Change[]) =>
  changes.map(({ field, was, is }) => `${field}: ${was.length > 0 ? `${line(was)} → ` : ''}${line(is)}`);
const told = (entity: string, changes: unknown, words = tongue) => lines(tell(entity, changes, words));

afterEach(() => speak('en'));

describe('a change', () => {
  it('says what was and what is, in the order in which people look for it', () => {
    const changes = {
      areaM2: { from: null, to: 54.5 },
      label: { from: 'Front', to: null },
      status: { from: 'OPEN', to: 'CLOSED' },
      billable: { from: true, to: false },
    };
    expect(told('ticket', changes)).toEqual([
      'Status: Open → Closed',
      'Label: Front → –',
      'Area (m²): 54.5',
      'Billable: Yes → No',
    ]);
  });

  it('says amounts, days, months and times as the pages do', () => {
    const changes = {
      amount: { from: null, to: { amountMinor: 1_234_567, currency: 'EUR' } },
      dueOn: { from: '2026-03-10', to: '2026-03-31' },
      period: { from: null, to: '2026-03' },
      paidOn: { from: null, to: null },
      share: { from: null, to: 0.035 },
    };
    expect(told('charge', changes)).toEqual([
      'Amount: €12,345.67',
      'Month: Mar 2026',
      'Due: 10 Mar 2026 → 31 Mar 2026',
      'Paid on: –',
      'Share: 3.5%',
    ]);
    expect(told('tenant', { for: 3600 })).toEqual(['For at most: 1 h 0 min']);
    speak('es');
    expect(told('charge', changes, { ...tongue, fields: fieldTexts.es })).toContain('Importe: EUR 12.345,67');
    expect(told('ticket', { closedAt: { from: null, to: '2026-03-10T09:30:00Z' } })[0]).toMatch(
      /2026, \d\d:30$/,
    );
  });

  it('names whose id it is, and leads there', () => {
    const step = (to: unknown, from: unknown = null) => ({ from, to });
    expect(told('ticket', { buildingId: step(TOWER), unitId: step(STRANGE), unitCode: step('1A') })).toEqual([
      `Building: [Tower](/buildings/${TOWER})`,
      `Unit: [1A](/units/${STRANGE})`,
    ]);
    expect(told('ticket', { assigneeId: step(STRANGE, ANA) })).toEqual(['Assigned to: Ana → …1c9edf11']);
    expect(told('invitation', { user: ANA, unitId: STRANGE })).toEqual([
      `Unit: […1c9edf11](/units/${STRANGE})`,
      'User: …dbaa22a9',
    ]);
  });

  it('leaves out what its row says itself', () => {
    const at = { from: null, to: '2026-03-10T09:30:00Z' };
    expect(
      told('building', { id: { from: null, to: TOWER }, createdAt: at, updatedAt: at, notes: {} }),
    ).toEqual([]);
  });

  it('takes no capitals for a code that somebody typed', () => {
    expect(told('ticket', { title: { from: null, to: 'OPEN' } })).toEqual(['Title: OPEN']);
  });

  it('says what lists and things are made of', () => {
    const roles = [
      { role: 'OPEN', buildingId: TOWER },
      { role: 'ADMIN', buildingId: null },
    ];
    expect(told('ticket', { roles: { from: [], to: roles } })).toEqual([
      `Roles: Open [Tower](/buildings/${TOWER}), ADMIN`,
    ]);
    expect(told('job', { job: 'seed', parameters: { units: '12', seed: '1' } })).toEqual([
      'Job: Demonstration data',
      'Parameters: Units: 12, seed: 1',
    ]);
    expect(told('unit', { services: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] })).toEqual([
      'Services: a, b, c, d, e, + 2',
    ]);
  });
});

describe('the words for fields', () => {
  const api = readFileSync('../openapi/openapi.yaml', 'utf8');
  const views =
    'AnnouncementView Branding BuildingCharges BuildingView ChargeBuilding ChargeView DocumentView Grant' +
    ' InvitationView MemberView OccupancyView PaymentView PersonView PlatformTenantView PlatformUserView QuoteView' +
    ' ScheduleView Service SupportMessageView SupportTicketView Target TenantView TicketCommentView TicketView' +
    ' UnitView VendorView WorkOrderView';
  const details =
    'address amount announcements asked charges comment document door execution failures fileName field for format' +
    ' how job lockedUntil member message month name node owner parameters payments plan posted reason recipient' +
    ' recipients revision session sessions supportTickets table tenants tickets units user';
  const logged = views.split(' ').flatMap((name) => {
    const schema = new RegExp(`^    ${name}:\\n((?:     .*\\n)+)`, 'm').exec(api)?.[1] ?? '';
    const fields = [...schema.matchAll(/^        (\w+):/gm)].map(([, field]) => field ?? '');
    expect(fields, name).not.toEqual([]);
    return fields;
  });
  const shown = new Set([...logged, ...details.split(' ')].map(about));

  it('are there for whatever is logged', () => {
    const said = ['id', 'version', 'createdAt', 'updatedAt'];
    expect([...shown].filter((field) => !said.includes(field) && !(field in fieldTexts.en))).toEqual([]);
    expect(Object.keys(fieldTexts.es)).toEqual(Object.keys(fieldTexts.en));
  });

  it('are there for nothing else', () => {
    expect(Object.keys(fieldTexts.en).filter((field) => !shown.has(field))).toEqual([]);
  });
});
