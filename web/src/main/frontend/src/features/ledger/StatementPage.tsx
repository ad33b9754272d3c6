import { Anchor, Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconDownload, IconReceipt } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { api, read, type Schemas, type Shown } from '@/kernel/api';
import { download } from '@/kernel/files';
import { useFilters } from '@/kernel/filters';
import { choices } from '@/kernel/forms';
import { date, money } from '@/kernel/format';
import { useAct, useList } from '@/kernel/queries';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { DataTable, pages, type Column } from '@/parts/DataTable';
import { FilterBar } from '@/parts/FilterBar';
import { PageHeader } from '@/parts/PageHeader';
import { EmptyState, Failure, RowsLoading } from '@/parts/States';
import { useBuildings } from '@/features/building/useBuildings';
import { PaymentForm } from '@/features/payment/PaymentForm';
import { Balance } from './Balance';
import { texts } from './texts';
import { useUnitAccount } from './useAccount';

type Line = Shown<'StatementLine'>;
type Kind = Schemas['EntryKind'];

/** A unit's account, line by line, the newest first; each line says what was owed after it. */
export function Component() {
  const t = useTexts(texts);
  const profile = useProfile();
  const { unit = '' } = useParams();
  const buildings = useBuildings();
  const [paying, pay] = useDisclosure();
  const filters = useFilters('from', 'to', 'kind');
  const { settled, any } = filters;
  const path = { unit };
  const found = useQuery({
    queryKey: ['unit', unit],
    queryFn: () => read(api.GET('/api/v1/units/{unit}', { params: { path } })),
  });
  const account = useUnitAccount(unit);
  const lines = useList(['account', 'statement', unit, settled], (cursor) =>
    read(
      api.GET('/api/v1/units/{unit}/account/statement', {
        params: {
          path,
          query: {
            cursor,
            sort: '-position',
            from: settled.from || undefined,
            to: settled.to || undefined,
            kind: (settled.kind || undefined) as Kind | undefined,
          },
        },
      }),
    ),
  );
  const applyCredit = useAct({
    act: () => read(api.POST('/api/v1/units/{unit}/account/apply-credit', { params: { path } })),
    touches: [['account'], ['charges'], ['charge'], ['payments'], ['payment']],
    done: (applied) => t.creditUsed(money(applied.amount)),
  });
  if (found.isPending || account.isPending) return <RowsLoading />;
  if (found.isError) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  if (account.isError) return <Failure failure={account.error} retry={() => void account.refetch()} />;
  const reviews = may(profile, 'PAYMENT_REVIEW');
  const hasCredit = account.data.credit?.some(({ amountMinor }) => amountMinor > 0);
  const owes = account.data.outstanding?.some(({ amountMinor }) => amountMinor > 0);
  return (
    <>
      <PageHeader
        title={t.statement(found.data.code ?? '')}
        path={[
          ['/buildings', t.buildings],
          [`/buildings/${found.data.buildingId}`, buildings.nameOf(found.data.buildingId)],
          [`/units/${unit}`, t.unit(found.data.code ?? '')],
        ]}
        actions={
          <>
            <Files unit={unit} from={settled.from} to={settled.to} />
            {reviews && hasCredit && owes && (
              <Button variant="default" loading={applyCredit.isPending} onClick={() => applyCredit.mutate()}>
                {t.useCredit}
              </Button>
            )}
            {may(profile, 'PAYMENT_SUBMIT') && <Button onClick={pay.open}>{t.pay}</Button>}
          </>
        }
      />
      <Balance account={account.data} />
      <FilterBar
        filters={filters}
        fields={[
          { name: 'from', label: t.from, type: 'date' },
          { name: 'to', label: t.to, type: 'date' },
          { name: 'kind', label: t.kind, choices: choices(t.kinds) },
        ]}
      />
      <DataTable
        label={t.account}
        columns={columns(t)}
        rows={lines.items}
        id={(line) => line.id ?? ''}
        loading={lines.isPending}
        failure={lines.error}
        retry={() => void lines.refetch()}
        more={pages(lines)}
        empty={
          <EmptyState
            icon={<IconReceipt />}
            title={any ? t.none : t.noneYet}
            hint={any ? undefined : t.noneYetHint}
          />
        }
      />
      {paying && <PaymentForm unit={unit} onClose={pay.close} />}
    </>
  );
}

function columns(t: ReturnType<typeof useTexts<typeof texts.en>>): Column<Line>[] {
  return [
    { name: t.date, width: 120, show: (line) => date(line.date) },
    { name: t.kind, show: (line) => t.kinds[line.kind ?? 'CHARGE'], wide: true },
    { name: t.what, show: (line) => <What line={line} kind={t.kinds[line.kind ?? 'CHARGE']} /> },
    { name: t.amount, figures: true, show: (line) => money(line.amount) },
    { name: t.balance, figures: true, show: (line) => money(line.balance) },
  ];
}

function What({ line, kind }: { line: Line; kind: string }) {
  const to = line.chargeId ? `/charges/${line.chargeId}` : line.paymentId && `/payments/${line.paymentId}`;
  const words = line.description || kind;
  return to ? (
    <Anchor component={Link} to={to} fz="sm">
      {words}
    </Anchor>
  ) : (
    <Text fz="sm">{words}</Text>
  );
}

function Files({ unit, from, to }: { unit: string; from: string; to: string }) {
  const t = useTexts(texts);
  const span = new URLSearchParams(Object.entries({ from, to }).filter(([, day]) => day));
  const save = useAct({
    act: (kind: 'csv' | 'pdf') => download(`/api/v1/units/${unit}/account/statement.${kind}?${span}`),
  });
  return (['csv', 'pdf'] as const).map((kind) => (
    <Button
      key={kind}
      variant="default"
      leftSection={<IconDownload size={16} />}
      loading={save.isPending && save.variables === kind}
      onClick={() => save.mutate(kind)}
    >
      {t[kind]}
    </Button>
  ));
}
