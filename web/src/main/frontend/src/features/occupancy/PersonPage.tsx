import { Anchor, Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconDoor } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { api, read, type Shown } from '@/kernel/api';
import { date } from '@/kernel/format';
import { useAct, useList } from '@/kernel/queries';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { Confirm } from '@/parts/Confirm';
import { DataTable, pages, type Column } from '@/parts/DataTable';
import { PageHeader } from '@/parts/PageHeader';
import { EmptyState, Failure, RowsLoading } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { EndOccupancy } from './EndOccupancy';
import { PersonForm } from './PersonForm';
import { texts } from './texts';

type Occupancy = Shown<'OccupancyView'>;

export function Component() {
  const t = useTexts(texts);
  const { person = '' } = useParams();
  const writes = may(useProfile(), 'OCCUPANT_WRITE');
  const [editing, edit] = useDisclosure();
  const path = { person };
  const found = useQuery({
    queryKey: ['person', person],
    queryFn: () => read(api.GET('/api/v1/people/{person}', { params: { path } })),
  });
  const occupancies = useList(['person-occupancies', person], (cursor) =>
    read(api.GET('/api/v1/people/{person}/occupancies', { params: { path, query: { cursor } } })),
  );
  const touches = [['person', person], ['people']];
  const archive = useAct({
    act: () => api.POST('/api/v1/people/{person}/archive', { params: { path } }),
    touches,
  });
  const restore = useAct({
    act: () => api.POST('/api/v1/people/{person}/restore', { params: { path } }),
    touches,
  });
  if (found.isPending) return <RowsLoading />;
  if (found.isError) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  const { data } = found;
  const columns: Column<Occupancy>[] = [
    {
      name: t.unit,
      show: (occupancy) => (
        <Anchor component={Link} to={`/units/${occupancy.unitId}`} fw={550}>
          {occupancy.unitCode}
        </Anchor>
      ),
    },
    { name: t.role, show: (occupancy) => t.roles[occupancy.role ?? 'RESIDENT'] },
    { name: t.primary, show: (occupancy) => (occupancy.primary ? t.yes : ''), wide: true },
    { name: t.from, short: true, show: (occupancy) => date(occupancy.from) },
    { name: t.to, short: true, show: (occupancy) => (occupancy.to ? date(occupancy.to) : t.lasts) },
    {
      name: '',
      width: 90,
      show: (occupancy) => writes && !occupancy.to && <EndOccupancy occupancy={occupancy} />,
    },
  ];
  return (
    <>
      <PageHeader
        title={data.name ?? ''}
        hint={[data.email, data.phone].filter(Boolean).join(' · ')}
        path={[['/people', t.people]]}
        actions={
          writes &&
          (data.archivedAt ? (
            <Button variant="default" loading={restore.isPending} onClick={() => restore.mutate()}>
              {t.restore}
            </Button>
          ) : (
            <>
              <Confirm
                act={t.archive}
                question={t.archiveQuestion}
                color="orange"
                onConfirm={() => archive.mutate()}
              />
              <Button variant="default" onClick={edit.open}>
                {t.edit}
              </Button>
            </>
          ))
        }
      />
      <Group mb="md">
        {data.archivedAt && <StatusBadge status="ARCHIVED" word={t.archived} />}
        {data.userId && <StatusBadge status="ACTIVE" word={t.account} />}
      </Group>
      <Text component="h2" fw={600} mb="xs">
        {t.history}
      </Text>
      <DataTable
        label={t.history}
        columns={columns}
        rows={occupancies.items}
        id={(occupancy) => occupancy.id}
        loading={occupancies.isPending}
        failure={occupancies.error}
        more={pages(occupancies)}
        empty={<EmptyState icon={<IconDoor />} title={t.nowhere} hint={t.nowhereHint} />}
      />
      {editing && <PersonForm person={data} onClose={edit.close} />}
    </>
  );
}
