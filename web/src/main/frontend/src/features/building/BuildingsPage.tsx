import { Anchor, Button, SegmentedControl, TextInput, Group } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconBuilding, IconPlus, IconSearch } from '@tabler/icons-react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api, read, type Shown } from '@/kernel/api';
import { date } from '@/kernel/format';
import { useList } from '@/kernel/queries';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { DataTable, pages, type Column } from '@/parts/DataTable';
import { PageHeader } from '@/parts/PageHeader';
import { EmptyState } from '@/parts/States';
import { BuildingForm } from './BuildingForm';
import { texts } from './texts';

type Building = Shown<'BuildingView'>;

export function Component() {
  const t = useTexts(texts);
  const profile = useProfile();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [opened, { open, close }] = useDisclosure();
  const archived = search.get('archived') === 'true';
  const [q] = useDebouncedValue(search.get('q') ?? '', 250);
  const list = useList(['buildings', { archived, q }], (cursor) =>
    read(
      api.GET('/api/v1/buildings', {
        params: { query: { cursor, archived, q: q || undefined } },
      }),
    ),
  );
  const put = (name: string, value: string): void =>
    setSearch(
      (present) => {
        if (value) present.set(name, value);
        else present.delete(name);
        return present;
      },
      { replace: true },
    );
  const columns: Column<Building>[] = [
    {
      name: t.name,
      show: (building) => (
        <Anchor component={Link} to={`/buildings/${building.id}`} fw={550}>
          {building.name}
        </Anchor>
      ),
    },
    { name: t.address, show: (building) => building.address, wide: true },
    { name: t.since, show: (building) => date(building.createdAt?.slice(0, 10)), wide: true, width: 140 },
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
      <Group mb="sm" gap="sm">
        <TextInput
          placeholder={t.search}
          aria-label={t.search}
          leftSection={<IconSearch size={16} />}
          value={search.get('q') ?? ''}
          onChange={(event) => put('q', event.currentTarget.value)}
          w={260}
        />
        <SegmentedControl
          aria-label={t.state}
          value={String(archived)}
          onChange={(value) => put('archived', value === 'true' ? value : '')}
          data={[
            { value: 'false', label: t.managed },
            { value: 'true', label: t.archived },
          ]}
        />
      </Group>
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
            title={q || archived ? t.none : t.noneYet}
            hint={q || archived ? undefined : t.noneYetHint}
            action={writes && !q && !archived ? add : undefined}
          />
        }
      />
      {opened && (
        <BuildingForm onClose={close} then={(building) => void navigate(`/buildings/${building.id}`)} />
      )}
    </>
  );
}
