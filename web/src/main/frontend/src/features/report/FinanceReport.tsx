import { Anchor, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, read, type Shown } from '@/kernel/api';
import { date, money, percent } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { DataTable } from '@/parts/DataTable';
import { Facts } from '@/parts/Facts';
import { EmptyState, Failure, RowsLoading } from '@/parts/States';
import { MoneyByMonth, written } from './Charts';
import { LATE } from './colours';
import { Kinds } from './Kinds';
import { Panel } from './Panel';
import { texts } from './texts';
import type { Scope } from './scope';

type Figures = NonNullable<Shown<'FinanceReport'>['currencies']>[number];

/** How the money stands: what was charged and came in, what is late, and who owes it. */
export function FinanceReport({ scope }: { scope: Scope }) {
  const t = useTexts(texts);
  const found = useQuery({
    queryKey: ['reports', 'finance', scope],
    queryFn: () => read(api.GET('/api/v1/reports/finance', { params: { query: scope } })),
  });
  if (found.isPending) return <RowsLoading />;
  if (found.isError) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  const { currencies, delinquentUnits } = found.data;
  return (
    <Stack gap="lg">
      {currencies?.map((figures) => (
        <Currency key={figures.currency} figures={figures} />
      ))}
      <MoneyByMonth building={scope.building} />
      <section aria-label={t.delinquent}>
        <Text component="h2" fw={600} mb="xs">
          {t.delinquent}
        </Text>
        <DataTable
          label={t.delinquent}
          columns={[
            {
              name: t.unit,
              show: (unit) => (
                <Anchor component={Link} to={`/units/${unit.unitId}/account`} fw={550}>
                  {unit.unitCode}
                </Anchor>
              ),
            },
            { name: t.building, show: (unit) => unit.buildingName },
            { name: t.oldest, wide: true, show: (unit) => date(unit.oldestDueOn) },
            { name: t.overdue, figures: true, show: (unit) => money(unit.overdue?.total) },
          ]}
          rows={delinquentUnits ?? []}
          id={(unit) => `${unit.unitId}${unit.overdue?.total?.currency}`}
          empty={<EmptyState icon={<IconCircleCheck />} title={t.noDelinquent} />}
        />
      </section>
    </Stack>
  );
}

function Currency({ figures }: { figures: Figures }) {
  const t = useTexts(texts);
  const { overdue } = figures;
  const ages = [overdue?.upTo30, overdue?.from31To60, overdue?.from61To90, overdue?.over90];
  return (
    <div>
      <Facts
        facts={[
          [`${t.charged}: ${t.chargedHint}`, money(figures.charged)],
          [`${t.collected}: ${t.collectedHint}`, money(figures.collected)],
          [t.outstanding, money(figures.outstanding)],
          [t.rate, percent(figures.collectionRate)],
        ]}
      />
      <Panel
        title={t.aging}
        end={
          <Text fz="sm" c="dimmed">
            {t.delinquentCount(figures.delinquentUnits)}
          </Text>
        }
      >
        <Kinds
          label={t.aging}
          color={LATE}
          rows={t.ages.map((name, index) => ({ name, value: ages[index]?.amountMinor ?? 0 }))}
          format={written(figures.currency ?? '').format}
        />
      </Panel>
    </div>
  );
}
