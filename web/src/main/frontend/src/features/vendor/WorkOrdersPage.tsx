import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { useBuildings } from '@/features/building/useBuildings';
import { useFilters } from '@/kernel/filters';
import { choices } from '@/kernel/forms';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { FilterBar } from '@/parts/FilterBar';
import { PageHeader } from '@/parts/PageHeader';
import { OpenOrderForm } from './OpenOrderForm';
import { OrderTable } from './OrderTable';
import { texts } from './texts';

export function Component() {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const buildings = useBuildings();
  const [opening, open] = useDisclosure();
  const filters = useFilters('status', 'buildingId');
  const act = may(useProfile(), 'VENDOR_WRITE') && (
    <Button leftSection={<IconPlus size={16} />} onClick={open.open}>
      {t.openOrder}
    </Button>
  );
  return (
    <>
      <PageHeader title={t.orders} actions={act} />
      <FilterBar
        filters={filters}
        fields={[
          { name: 'status', label: t.status, choices: choices(t.orderStates) },
          { name: 'buildingId', label: t.building, choices: buildings.choices, searchable: true },
        ]}
      />
      <OrderTable wanted={filters.settled} any={filters.any} action={act} />
      {opening && (
        <OpenOrderForm onClose={open.close} then={(order) => void navigate(`/work-orders/${order.id}`)} />
      )}
    </>
  );
}
