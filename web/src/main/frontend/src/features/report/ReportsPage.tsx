import { Tabs } from '@mantine/core';
import { useBuildings } from '@/features/building/useBuildings';
import { useFilters } from '@/kernel/filters';
import { useTexts } from '@/kernel/texts';
import { FilterBar } from '@/parts/FilterBar';
import { PageHeader } from '@/parts/PageHeader';
import { ActivityReport } from './ActivityReport';
import { AnnouncementReport } from './AnnouncementReport';
import { Exports } from './Exports';
import { FinanceReport } from './FinanceReport';
import classes from './ReportsPage.module.css';
import { TicketReport } from './TicketReport';
import { texts } from './texts';

const TABS = ['finance', 'tickets', 'announcements', 'activity', 'exports'] as const;

/** Figures of a span of days: which report, which building and which days stand in the address. */
export function Component() {
  const t = useTexts(texts);
  const buildings = useBuildings();
  const filters = useFilters('report', 'building', 'from', 'to');
  const { values, settled, set } = filters;
  const tab = TABS.find((each) => each === values.report) ?? 'finance';
  const scope = {
    building: settled.building || undefined,
    from: settled.from || undefined,
    to: settled.to || undefined,
  };
  return (
    <>
      <PageHeader title={t.reports} hint={t.hint} />
      <Tabs
        value={tab}
        onChange={(next) => set('report', next === 'finance' ? '' : next)}
        keepMounted={false}
      >
        <Tabs.List mb="md" className={classes.tabs}>
          {TABS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tab !== 'exports' && (
          <FilterBar
            filters={filters}
            fields={[
              { name: 'building', label: t.building, choices: buildings.choices, searchable: true },
              { name: 'from', label: t.from, type: 'date' },
              { name: 'to', label: t.to, type: 'date' },
            ]}
          />
        )}
        <Tabs.Panel value="finance">
          <FinanceReport scope={scope} />
        </Tabs.Panel>
        <Tabs.Panel value="tickets">
          <TicketReport scope={scope} />
        </Tabs.Panel>
        <Tabs.Panel value="announcements">
          <AnnouncementReport scope={scope} />
        </Tabs.Panel>
        <Tabs.Panel value="activity">
          <ActivityReport scope={scope} />
        </Tabs.Panel>
        <Tabs.Panel value="exports">
          <Exports />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
