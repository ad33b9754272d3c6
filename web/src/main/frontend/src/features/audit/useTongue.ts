import { texts as announcementTexts } from '@/features/announcement/texts';
import { texts as buildingTexts } from '@/features/building/texts';
import { useBuildings } from '@/features/building/useBuildings';
import { texts as chargeTexts } from '@/features/charge/texts';
import { texts as documentTexts } from '@/features/document/texts';
import { memberTexts } from '@/features/identity/memberTexts';
import { roleNames } from '@/features/identity/roleNames';
import { useMembers } from '@/features/identity/useMembers';
import { useJobWords } from '@/features/jobs/jobTexts';
import { texts as jobTexts } from '@/features/jobs/texts';
import { texts as paymentTexts } from '@/features/payment/texts';
import { texts as platformTexts } from '@/features/platform/texts';
import { texts as supportTexts } from '@/features/support/texts';
import { texts as tenancyTexts } from '@/features/tenancy/texts';
import { texts as ticketTexts } from '@/features/ticket/texts';
import { texts as vendorTexts } from '@/features/vendor/texts';
import { useTexts } from '@/kernel/texts';
import { words as stateWords } from '@/parts/StatusBadge';
import type { Tongue } from './changes';
import { fieldTexts } from './fieldTexts';

/** Where the things of a company are shown. */
const PAGES: Record<string, string> = {
  announcement: '/announcements',
  building: '/buildings',
  charge: '/charges',
  document: '/documents',
  proofDocument: '/documents',
  payment: '/payments',
  person: '/people',
  quote: '/quotes',
  'support-ticket': '/support-tickets',
  ticket: '/tickets',
  unit: '/units',
  vendor: '/vendors',
  'work-order': '/work-orders',
};

/** The words of all features, and the names that one company's lists say at once; nobody is asked for each id. */
export function useTongue(inside: boolean): Tongue {
  const announcement = useTexts(announcementTexts);
  const building = useTexts(buildingTexts);
  const charge = useTexts(chargeTexts);
  const document = useTexts(documentTexts);
  const member = useTexts(memberTexts);
  const payment = useTexts(paymentTexts);
  const platform = useTexts(platformTexts);
  const support = useTexts(supportTexts);
  const tenancy = useTexts(tenancyTexts);
  const ticket = useTexts(ticketTexts);
  const vendor = useTexts(vendorTexts);
  const job = useTexts(jobTexts);
  const roles = useTexts(roleNames);
  const states = useTexts(stateWords);
  const fields = useTexts(fieldTexts);
  const jobs = useJobWords();
  const buildings = useBuildings(inside);
  const members = useMembers(inside);
  const codes: Record<string, Record<string, string>> = {
    announcement: { ...announcement.statuses, ...announcement.kinds },
    charge: { ...charge.types, ...charge.states },
    'charge-batch': charge.types,
    document: { ...document.categories, ...document.visibilities },
    invitation: member.states,
    job: job.doors,
    occupancy: building.roles,
    payment: { ...payment.states, ...payment.methods },
    quote: vendor.quoteStates,
    subscription: tenancy.statuses,
    'support-ticket': { ...support.statuses, ...support.categories },
    tenant: platform.kinds,
    ticket: { ...ticket.statuses, ...ticket.priorities, ...ticket.categories, ...ticket.visibilities },
    unit: building.types,
    'work-order': vendor.orderStates,
  };
  return {
    fields: { ...fields, ...jobs.labels },
    word: (entity, code) => {
      const known = codes[entity]?.[code] ?? (roles as Record<string, string>)[code] ?? states[code];
      return known ?? (entity === 'job' ? jobs.choice(jobs.name(code)) : undefined);
    },
    name: (kind, id) =>
      kind === 'building'
        ? buildings.known(id)
        : (members.find(({ userId }) => userId === id)?.name ?? undefined),
    page: (kind, id) => (inside && id && PAGES[kind] ? `${PAGES[kind]}/${id}` : undefined),
    yes: building.yes,
    no: building.no,
  };
}
