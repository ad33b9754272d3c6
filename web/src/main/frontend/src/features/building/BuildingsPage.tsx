import { Anchor, Button, SegmentedControl } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBuilding, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { api, read, type Shown } from '@/kernel/api';
import { useFilters } from '@/kernel/filters';
import { date, number } from '@/kernel/format';
import { queries, useList } from '@/kernel/queries';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { DataTable, pages, type Column } from '@/parts/DataTable';
import { FilterBar } from '@/parts/FilterBar';
import { PageHeader } from '@/parts/PageHeader';
import { EmptyState } from '@/parts/States';
import { BuildingForm } from './BuildingForm';
import { texts } from './texts';

type Building = Shown<'BuildingView'>;

// What is counted changes on other pages: read anew whenever one comes back.
queries.setQueryDefaults(['buildings', 'list'], { staleTime: 0 });

export function Component() {
  const t = useTexts(texts);
  const profile = useProfile();
  const navigate = useNavigate();
  const filters = useFilters('q', 'archived');
  const { values, settled, set, any } = filters;
  const [opened, { open, close }] = useDisclosure();
  const list = useList(['buildings', 'list', settled], (cursor) =>
    read(
      api.GET('/api/v1/buildings', {
        params: { query: { cursor, archived: settled.archived === 'true', q: settled.q || undefined } },
      }),
    ),
  );
  // Residents see the own units of it, and are told no figures.
  const told = list.items.some(({ units }) => units !== null);
  const figures: Column<Building>[] = [
    { name: t.units, figures: true, show: ({ units }) => number(units) },
    { name: t.occupiedUnits, figures: true, show: ({ occupied }) => number(occupied) },
    {
      name: t.openTickets,
      figures: true,
      show: ({ id, openTickets }) =>
        openTickets ? (
          <Anchor component={Link} to={`/tickets?buildingId=${id}`} fz="sm">
            {number(openTickets)}
          </Anchor>
        ) : (
          number(openTickets)
        ),
    },
  ];
  const columns: Column<Building>[] = [
    {
      name: t.name,
      show: (building) => (
        <Anchor component={Link} to={`/buildings/${building.id}`} fw={550}>
          {building.name}
        </Anchor>
      ),
    },
    { name: t.address, show: (building) => building.address },
    ...(told ? figures : []),
    {
      name: t.since,
      show: (building) => date(building.createdAt?.slice(0, 10)),
      wide: true,
      width: 140,
      short: true,
    },
  ];
  const writes = may(profile, 'BUILDING_WRITE');
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={open}>
      {t.add}
    </Button>
  );
  return (
    <>
      <PageHeader title={t.buildings} actions={writes && add} />
      <FilterBar filters={filters} search={t.search}>
        <SegmentedControl
          aria-label={t.state}
          value={values.archived || 'false'}
          onChange={(value) => set('archived', value === 'true' ? value : '')}
          data={[
            { value: 'false', label: t.managed },
            { value: 'true', label: t.archived },
          ]}
        />
      </FilterBar>
      <DataTable
        label={t.buildings}
        columns={columns}
        rows={list.items}
        id={(building) => building.id}
        loading={list.isPending}
        failure={list.error}
        retry={() => void list.refetch()}
        more={pages(list)}
        empty={
          <EmptyState
            icon={<IconBuilding />}
            title={any ? t.none : t.noneYet}
            hint={any ? undefined : t.noneYetHint}
            action={writes && !any ? add : undefined}
          />
        }
      />
      {opened && (
        <BuildingForm onClose={close} then={(building) => void navigate(`/buildings/${building.id}`)} />
      )}
    </>
  );
}
