import {
  IconBuilding,
  IconBuildingCommunity,
  IconCash,
  IconChartBar,
  IconChecklist,
  IconDatabaseExport,
  IconFileDollar,
  IconFiles,
  IconHammer,
  IconHelp,
  IconHistory,
  IconHome,
  IconLayoutDashboard,
  IconMail,
  IconPlayerPlay,
  IconReportMoney,
  IconServer2,
  IconSettings,
  IconShieldCheck,
  IconSpeakerphone,
  IconSunrise,
  IconTool,
  IconTruck,
  IconUsers,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react';
import type { RouteObject } from 'react-router';
import { may, roles, type Profile } from '@/kernel/session';
import type { groups, names } from './areaTexts';
import { page } from './page';

/** What there is to go to, in the order of the menu, and the permission that opens it. */
export type Area = {
  to: string;
  name: keyof typeof names.en;
  icon: Icon;
  permission: string;
  /** Under which heading of the menu; without one, above them all. */
  group?: keyof typeof groups.en;
  /** Whose menu it is in; without one, everybody's who is permitted. */
  role?: string;
  /** Other addresses that belong to it. */
  also?: string[];
  routes: RouteObject[];
};

export const areas: Area[] = [
  {
    to: '/today',
    name: 'today',
    icon: IconSunrise,
    permission: 'CHARGE_WRITE',
    routes: [page('today', 'CHARGE_WRITE', () => import('@/features/today/TodayPage'))],
  },
  {
    to: '/home',
    name: 'home',
    icon: IconHome,
    permission: 'PAYMENT_SUBMIT',
    role: 'RESIDENT',
    routes: [page('home', 'PAYMENT_SUBMIT', () => import('@/features/home/HomePage'))],
  },
  {
    to: '/buildings',
    name: 'buildings',
    icon: IconBuilding,
    permission: 'BUILDING_READ',
    group: 'building',
    also: ['/units'],
    routes: [
      page('buildings', 'BUILDING_READ', () => import('@/features/building/BuildingsPage')),
      page('buildings/:building', 'BUILDING_READ', () => import('@/features/building/BuildingPage')),
      page('units/:unit', 'BUILDING_READ', () => import('@/features/building/UnitPage')),
      page('units/:unit/account', 'CHARGE_READ', () => import('@/features/ledger/StatementPage')),
      page(
        'buildings/:building/account',
        'CHARGE_WRITE',
        () => import('@/features/ledger/BuildingAccountPage'),
      ),
    ],
  },
  {
    to: '/tickets',
    name: 'tickets',
    icon: IconTool,
    permission: 'TICKET_READ',
    group: 'building',
    routes: [
      page('tickets', 'TICKET_READ', () => import('@/features/ticket/TicketsPage')),
      page('tickets/:ticket', 'TICKET_READ', () => import('@/features/ticket/TicketPage')),
    ],
  },
  {
    to: '/vendors',
    name: 'vendors',
    icon: IconTruck,
    permission: 'VENDOR_READ',
    group: 'building',
    routes: [
      page('vendors', 'VENDOR_READ', () => import('@/features/vendor/VendorsPage')),
      page('vendors/:vendor', 'VENDOR_READ', () => import('@/features/vendor/VendorPage')),
    ],
  },
  {
    to: '/quotes',
    name: 'quotes',
    icon: IconFileDollar,
    permission: 'VENDOR_READ',
    group: 'building',
    routes: [
      page('quotes', 'VENDOR_READ', () => import('@/features/vendor/QuotesPage')),
      page('quotes/:quote', 'VENDOR_READ', () => import('@/features/vendor/QuotePage')),
    ],
  },
  {
    to: '/work-orders',
    name: 'workOrders',
    icon: IconHammer,
    permission: 'VENDOR_READ',
    group: 'building',
    routes: [
      page('work-orders', 'VENDOR_READ', () => import('@/features/vendor/WorkOrdersPage')),
      page('work-orders/:order', 'VENDOR_READ', () => import('@/features/vendor/WorkOrderPage')),
    ],
  },
  {
    to: '/documents',
    name: 'documents',
    icon: IconFiles,
    permission: 'DOCUMENT_READ',
    group: 'building',
    routes: [
      page('documents', 'DOCUMENT_READ', () => import('@/features/document/DocumentsPage')),
      page('documents/:document', 'DOCUMENT_READ', () => import('@/features/document/DocumentPage')),
    ],
  },
  {
    to: '/announcements',
    name: 'announcements',
    icon: IconSpeakerphone,
    permission: 'ANNOUNCEMENT_READ',
    group: 'building',
    routes: [
      page('announcements', 'ANNOUNCEMENT_READ', () => import('@/features/announcement/AnnouncementsPage')),
      page(
        'announcements/:announcement',
        'ANNOUNCEMENT_READ',
        () => import('@/features/announcement/AnnouncementPage'),
      ),
    ],
  },
  {
    to: '/people',
    name: 'people',
    icon: IconUsers,
    permission: 'OCCUPANT_WRITE',
    group: 'building',
    routes: [
      page('people', 'OCCUPANT_READ', () => import('@/features/occupancy/PeoplePage')),
      page('people/:person', 'OCCUPANT_READ', () => import('@/features/occupancy/PersonPage')),
    ],
  },
  {
    to: '/charges',
    name: 'charges',
    icon: IconReportMoney,
    permission: 'CHARGE_WRITE',
    group: 'money',
    routes: [
      page('charges', 'CHARGE_READ', () => import('@/features/charge/ChargesPage')),
      page('charges/:charge', 'CHARGE_READ', () => import('@/features/charge/ChargePage')),
    ],
  },
  {
    to: '/payments',
    name: 'payments',
    icon: IconCash,
    permission: 'PAYMENT_REVIEW',
    group: 'money',
    routes: [
      page('payments', 'PAYMENT_READ', () => import('@/features/payment/PaymentsPage')),
      page('payments/review', 'PAYMENT_REVIEW', () => import('@/features/payment/ReviewPage')),
      page('payments/:payment', 'PAYMENT_READ', () => import('@/features/payment/PaymentPage')),
    ],
  },
  {
    to: '/reports',
    name: 'reports',
    icon: IconChartBar,
    permission: 'REPORT_READ',
    group: 'money',
    routes: [page('reports', 'REPORT_READ', () => import('@/features/report/ReportsPage'))],
  },
  {
    to: '/members',
    name: 'members',
    icon: IconUsersGroup,
    permission: 'MEMBER_READ',
    group: 'company',
    routes: [page('members', 'MEMBER_READ', () => import('@/features/identity/MembersPage'))],
  },
  {
    to: '/settings',
    name: 'settings',
    icon: IconSettings,
    permission: 'SETTINGS_READ',
    group: 'company',
    routes: [page('settings', 'SETTINGS_READ', () => import('@/features/tenancy/SettingsPage'))],
  },
  {
    to: '/support-tickets',
    name: 'support',
    icon: IconHelp,
    permission: 'SUPPORT_READ',
    group: 'company',
    routes: [
      page('support-tickets', 'SUPPORT_READ', () => import('@/features/support/SupportPage')),
      page(
        'support-tickets/:supportTicket',
        'SUPPORT_READ',
        () => import('@/features/support/SupportTicketPage'),
      ),
    ],
  },
  {
    to: '/audit',
    name: 'audit',
    icon: IconHistory,
    permission: 'AUDIT_READ',
    group: 'company',
    routes: [page('audit', 'AUDIT_READ', () => import('@/features/audit/AuditPage'))],
  },
  {
    to: '/platform',
    name: 'overview',
    icon: IconLayoutDashboard,
    permission: 'PLATFORM',
    routes: [page('platform', 'PLATFORM', () => import('@/features/platform/OverviewPage'))],
  },
  {
    to: '/platform/tenants',
    name: 'tenants',
    icon: IconBuildingCommunity,
    permission: 'PLATFORM',
    routes: [page('platform/tenants', 'PLATFORM', () => import('@/features/platform/TenantsPage'))],
  },
  {
    to: '/platform/users',
    name: 'users',
    icon: IconUsers,
    permission: 'PLATFORM',
    routes: [page('platform/users', 'PLATFORM', () => import('@/features/platform/UsersPage'))],
  },
  {
    to: '/platform/support-tickets',
    name: 'support',
    icon: IconHelp,
    permission: 'PLATFORM',
    routes: [
      page('platform/support-tickets', 'PLATFORM', () => import('@/features/support/PlatformSupportPage')),
      page(
        'platform/support-tickets/:supportTicket',
        'PLATFORM',
        () => import('@/features/support/PlatformSupportTicketPage'),
      ),
    ],
  },
  {
    to: '/platform/jobs',
    name: 'jobs',
    icon: IconPlayerPlay,
    permission: 'PLATFORM',
    also: ['/platform/executions'],
    routes: [
      page('platform/jobs', 'PLATFORM', () => import('@/features/jobs/JobsPage')),
      page('platform/executions/:execution', 'PLATFORM', () => import('@/features/jobs/ExecutionPage')),
    ],
  },
  {
    to: '/platform/backups',
    name: 'backups',
    icon: IconDatabaseExport,
    permission: 'PLATFORM',
    routes: [page('platform/backups', 'PLATFORM', () => import('@/features/backup/BackupsPage'))],
  },
  {
    to: '/platform/verifications',
    name: 'verifications',
    icon: IconChecklist,
    permission: 'PLATFORM',
    routes: [
      page('platform/verifications', 'PLATFORM', () => import('@/features/verification/VerificationsPage')),
      page(
        'platform/verifications/:verification',
        'PLATFORM',
        () => import('@/features/verification/VerificationPage'),
      ),
    ],
  },
  {
    to: '/platform/mail',
    name: 'mail',
    icon: IconMail,
    permission: 'PLATFORM',
    routes: [page('platform/mail', 'PLATFORM', () => import('@/features/mail/MailPage'))],
  },
  {
    to: '/platform/system',
    name: 'system',
    icon: IconServer2,
    permission: 'PLATFORM',
    routes: [page('platform/system', 'PLATFORM', () => import('@/features/system/SystemPage'))],
  },
  {
    to: '/platform/audit',
    name: 'platformAudit',
    icon: IconShieldCheck,
    permission: 'PLATFORM',
    routes: [page('platform/audit', 'PLATFORM', () => import('@/features/audit/PlatformAuditPage'))],
  },
];

export function areasOf(profile: Profile): Area[] {
  return areas.filter(
    ({ permission, role }) =>
      may(profile, permission) && (role === undefined || roles(profile).includes(role)),
  );
}
