import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useBuildings } from '@/features/building/useBuildings';
import { useFilters } from '@/kernel/filters';
import { choices } from '@/kernel/forms';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { FilterBar } from '@/parts/FilterBar';
import { PageHeader } from '@/parts/PageHeader';
import { QuoteTable } from './QuoteTable';
import { RequestQuotesForm } from './RequestQuotesForm';
import { texts } from './texts';

export function Component() {
  const t = useTexts(texts);
  const buildings = useBuildings();
  const [asking, ask] = useDisclosure();
  const filters = useFilters('status', 'buildingId');
  const act = may(useProfile(), 'VENDOR_WRITE') && (
    <Button leftSection={<IconPlus size={16} />} onClick={ask.open}>
      {t.request}
    </Button>
  );
  return (
    <>
      <PageHeader title={t.quotes} actions={act} />
      <FilterBar
        filters={filters}
        fields={[
          { name: 'status', label: t.status, choices: choices(t.quoteStates) },
          { name: 'buildingId', label: t.building, choices: buildings.choices, searchable: true },
        ]}
      />
      <QuoteTable wanted={filters.settled} any={filters.any} action={act} />
      {asking && <RequestQuotesForm onClose={ask.close} />}
    </>
  );
}
