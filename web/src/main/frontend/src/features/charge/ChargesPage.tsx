import { Button, Group, Pill } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconReportMoney } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { api, read, type Schemas } from '@/kernel/api';
import { choices } from '@/kernel/forms';
import { useFilters } from '@/kernel/filters';
import { useList } from '@/kernel/queries';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { useUnitColumn } from '@/features/building/useUnitColumn';
import { useBuildings } from '@/features/building/useBuildings';
import { DataTable, pages } from '@/parts/DataTable';
import { FilterBar } from '@/parts/FilterBar';
import { PageHeader } from '@/parts/PageHeader';
import { EmptyState } from '@/parts/States';
import { BuildingChargesForm } from './BuildingChargesForm';
import { chargeColumns } from './chargeColumns';
import { ChargeForm } from './ChargeForm';
import { texts } from './texts';

const FILTERS = ['building', 'unit', 'period', 'type', 'status', 'batch'] as const;

export function Component() {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const writes = may(useProfile(), 'CHARGE_WRITE');
  const [adding, add] = useDisclosure();
  const [addingMany, addMany] = useDisclosure();
  const buildings = useBuildings();
  const unit = useUnitColumn();
  const filters = useFilters(...FILTERS);
  const { values, settled, set, any } = filters;
  const list = useList(['charges', settled], (cursor) =>
    read(
      api.GET('/api/v1/charges', {
        params: {
          query: {
            cursor,
            sort: '-createdAt',
            building: settled.building || undefined,
            unit: settled.unit || undefined,
            period: settled.period || undefined,
            batch: settled.batch || undefined,
            type: (settled.type || undefined) as Schemas['ChargeType'] | undefined,
            status: (settled.status || undefined) as Schemas['ChargeStatus'] | undefined,
          },
        },
      }),
    ),
  );
  const acts = writes && (
    <Group gap="xs">
      <Button variant="default" onClick={add.open}>
        {t.add}
      </Button>
      <Button leftSection={<IconPlus size={16} />} onClick={addMany.open}>
        {t.addMany}
      </Button>
    </Group>
  );
  return (
    <>
      <PageHeader title={t.charges} actions={acts} />
      <FilterBar
        filters={filters}
        fields={[
          { name: 'building', label: t.building, choices: buildings.choices, searchable: true },
          { name: 'period', label: t.period, type: 'month' },
          { name: 'type', label: t.type, choices: choices(t.types) },
          { name: 'status', label: t.status, choices: choices(t.states) },
        ]}
      >
        {values.batch && (
          <Pill size="lg" withRemoveButton onRemove={() => set('batch', null)}>
            {t.batch}
          </Pill>
        )}
      </FilterBar>
      <DataTable
        label={t.charges}
        columns={[unit, ...chargeColumns(t)]}
        rows={list.items}
        id={(charge) => charge.id}
        loading={list.isPending}
        failure={list.error}
        retry={() => void list.refetch()}
        more={pages(list)}
        empty={
          <EmptyState
            icon={<IconReportMoney />}
            title={any ? t.none : t.noneYet}
            hint={any ? undefined : t.noneYetHint}
            action={any ? undefined : acts}
          />
        }
      />
      {adding && <ChargeForm onClose={add.close} then={(charge) => void navigate(`/charges/${charge.id}`)} />}
      {addingMany && (
        <BuildingChargesForm
          building={settled.building}
          onClose={addMany.close}
          then={(posted) => void navigate(`/charges?batch=${posted.batchId}`)}
        />
      )}
    </>
  );
}
