import { Anchor, Badge, Button, Group, SegmentedControl } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconTruck } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { useBuildings } from '@/features/building/useBuildings';
import { api, read } from '@/kernel/api';
import { useFilters } from '@/kernel/filters';
import { useList } from '@/kernel/queries';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { DataTable, pages, type Column } from '@/parts/DataTable';
import { FilterBar } from '@/parts/FilterBar';
import { PageHeader } from '@/parts/PageHeader';
import { EmptyState } from '@/parts/States';
import { texts } from './texts';
import { VendorForm } from './VendorForm';
import type { Vendor } from './vendors';

export function Component() {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const buildings = useBuildings();
  const [adding, add] = useDisclosure();
  const filters = useFilters('q', 'buildingId', 'archived');
  const { values, settled, set, any } = filters;
  const list = useList(['vendors', settled], (cursor) =>
    read(
      api.GET('/api/v1/vendors', {
        params: {
          query: {
            cursor,
            q: settled.q || undefined,
            buildingId: settled.buildingId || undefined,
            archived: settled.archived === 'true',
          },
        },
      }),
    ),
  );
  const act = may(useProfile(), 'VENDOR_WRITE') && (
    <Button leftSection={<IconPlus size={16} />} onClick={add.open}>
      {t.add}
    </Button>
  );
  return (
    <>
      <PageHeader title={t.vendors} actions={act} />
      <FilterBar
        filters={filters}
        search={t.searchVendors}
        fields={[{ name: 'buildingId', label: t.building, choices: buildings.choices, searchable: true }]}
      >
        <SegmentedControl
          aria-label={t.state}
          value={values.archived || 'false'}
          onChange={(value) => set('archived', value === 'true' ? value : '')}
          data={[
            { value: 'false', label: t.current },
            { value: 'true', label: t.archived },
          ]}
        />
      </FilterBar>
      <DataTable
        label={t.vendors}
        columns={columns(t)}
        rows={list.items}
        id={(vendor) => vendor.id}
        loading={list.isPending}
        failure={list.error}
        retry={() => void list.refetch()}
        more={pages(list)}
        empty={
          <EmptyState
            icon={<IconTruck />}
            title={any ? t.none : t.noneYet}
            hint={any ? undefined : t.noneYetHint}
            action={any ? undefined : act}
          />
        }
      />
      {adding && <VendorForm onClose={add.close} then={(vendor) => void navigate(`/vendors/${vendor.id}`)} />}
    </>
  );
}

function columns(t: ReturnType<typeof useTexts<typeof texts.en>>): Column<Vendor>[] {
  return [
    {
      name: t.name,
      show: (vendor) => (
        <Anchor component={Link} to={`/vendors/${vendor.id}`} fw={550}>
          {vendor.name}
        </Anchor>
      ),
    },
    {
      name: t.services,
      show: (vendor) => {
        const names = [...new Set(vendor.services?.map(({ service }) => service ?? ''))];
        return (
          names.length > 0 && (
            <Group gap={4}>
              {names.map((name) => (
                <Badge key={name} variant="light" color="gray" radius="sm" tt="none" fw={500}>
                  {name}
                </Badge>
              ))}
            </Group>
          )
        );
      },
    },
    { name: t.contact, wide: true, show: (vendor) => vendor.contact },
    { name: t.phone, wide: true, show: (vendor) => vendor.phone },
    { name: t.email, wide: true, show: (vendor) => vendor.email },
  ];
}
