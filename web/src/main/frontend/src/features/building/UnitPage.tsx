import { Anchor, Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconUsers } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { api, read, type Shown } from '@/kernel/api';
import { date, number } from '@/kernel/format';
import { useList } from '@/kernel/queries';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { DataTable, pages, type Column } from '@/parts/DataTable';
import { Facts } from '@/parts/Facts';
import { PageHeader } from '@/parts/PageHeader';
import { EmptyState, Failure, RowsLoading } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { EndOccupancy } from '@/features/occupancy/EndOccupancy';
import { OccupyForm } from '@/features/occupancy/OccupyForm';
import { shareText } from './shares';
import { texts } from './texts';
import { UnitForm } from './UnitForm';
import { useBuildings } from './useBuildings';

type Occupancy = Shown<'OccupancyView'>;

export function Component() {
  const t = useTexts(texts);
  const profile = useProfile();
  const { unit = '' } = useParams();
  const [editing, edit] = useDisclosure();
  const [occupying, occupy] = useDisclosure();
  const buildings = useBuildings();
  const occupies = may(profile, 'OCCUPANT_WRITE');
  const path = { unit };
  const found = useQuery({
    queryKey: ['unit', unit],
    queryFn: () => read(api.GET('/api/v1/units/{unit}', { params: { path } })),
  });
  const occupancies = useList(
    ['unit-occupancies', unit],
    (cursor) => read(api.GET('/api/v1/units/{unit}/occupancies', { params: { path, query: { cursor } } })),
    may(profile, 'OCCUPANT_READ'),
  );
  if (found.isPending) return <RowsLoading />;
  if (found.isError) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  const { data } = found;
  const facts: [string, string | null][] = [
    [t.type, t.types[data.type ?? 'OTHER']],
    [t.area, number(data.areaM2, 2)],
    [t.share, shareText(data.share)],
    [t.billable, data.billable ? t.yes : t.no],
  ];
  const columns: Column<Occupancy>[] = [
    {
      name: t.person,
      show: (occupancy) => (
        <Anchor component={Link} to={`/people/${occupancy.personId}`} fw={550}>
          {occupancy.personName}
        </Anchor>
      ),
    },
    { name: t.role, show: (occupancy) => t.roles[occupancy.role ?? 'RESIDENT'] },
    { name: t.from, short: true, show: (occupancy) => date(occupancy.from) },
    { name: t.to, show: (occupancy) => (occupancy.to ? date(occupancy.to) : t.lasts), wide: true },
    {
      name: '',
      width: 90,
      show: (occupancy) => occupies && !occupancy.to && <EndOccupancy occupancy={occupancy} />,
    },
  ];
  return (
    <>
      <PageHeader
        title={`${t.unit} ${data.code}`}
        hint={data.label}
        path={[
          ['/buildings', t.buildings],
          [`/buildings/${data.buildingId}`, buildings.nameOf(data.buildingId)],
        ]}
        actions={
          <>
            {may(profile, 'CHARGE_READ') && (
              <Button variant="default" component={Link} to={`/units/${unit}/account`}>
                {t.account}
              </Button>
            )}
            {may(profile, 'BUILDING_WRITE') && (
              <Button variant="default" onClick={edit.open}>
                {t.edit}
              </Button>
            )}
          </>
        }
      />
      <Group mb="md">
        <StatusBadge
          status={data.occupied ? 'OCCUPIED' : 'VACANT'}
          word={data.occupied ? t.occupied : t.vacant}
        />
      </Group>
      <Facts facts={facts} />
      <Group justify="space-between" mb="xs">
        <Text component="h2" fw={600}>
          {t.people}
        </Text>
        {occupies && !data.archivedAt && (
          <Button size="xs" onClick={occupy.open}>
            {t.occupy}
          </Button>
        )}
      </Group>
      <DataTable
        label={t.people}
        columns={columns}
        rows={occupancies.items}
        id={(occupancy) => occupancy.id}
        loading={occupancies.isPending}
        failure={occupancies.error}
        more={pages(occupancies)}
        empty={<EmptyState icon={<IconUsers />} title={t.nobody} hint={t.nobodyHint} />}
      />
      {occupying && <OccupyForm unit={unit} onClose={occupy.close} />}
      {editing && <UnitForm building={data.buildingId ?? ''} unit={data} onClose={edit.close} />}
    </>
  );
}
