import { Anchor, Box, Code, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { api, read, type Shown } from '@/kernel/api';
import { useList } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { Asked } from '@/parts/Confirm';
import { DataTable, pages, type Column } from '@/parts/DataTable';
import { EmptyState } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { useActInside } from '@/features/platform/useActInside';
import { pageOf } from './rows';
import { texts } from './texts';

type Finding = Shown<'FindingView'>;

export function Findings({ run, many }: { run: string; many: number }) {
  const t = useTexts(texts);
  const list = useList(
    ['verifications', run, 'findings'],
    (cursor) =>
      read(
        api.GET('/api/v1/platform/verifications/{verification}/findings', {
          params: { path: { verification: run }, query: { cursor } },
        }),
      ),
    many > 0,
  );
  if (many === 0) return <EmptyState icon={<IconShieldCheck />} title={t.clean} hint={t.cleanHint} />;
  const columns: Column<Finding>[] = [
    {
      name: t.check,
      show: (finding) => (
        <>
          <Text fz="sm" fw={550}>
            {finding.check}
          </Text>
          <StatusBadge
            status={finding.severity === 'ERROR' ? 'ERROR' : 'PARTIAL'}
            word={t.severities[finding.severity ?? '']}
          />
        </>
      ),
    },
    { name: t.row, show: (finding) => <Row finding={finding} /> },
    { name: t.detail, show: (finding) => <Text fz="sm">{finding.detail}</Text> },
    {
      name: t.tenant,
      show: (finding) => (finding.tenant ? <TenantName id={finding.tenant} /> : t.platform),
      wide: true,
    },
  ];
  return (
    <Box component="section" mb="xl">
      <Title order={2} fz={17} mb="xs">
        {t.findings}
      </Title>
      <DataTable
        label={t.findings}
        columns={columns}
        rows={list.items}
        id={(finding) => JSON.stringify(finding)}
        loading={list.isPending}
        failure={list.error}
        retry={() => void list.refetch()}
        more={pages(list)}
        empty={t.clean}
      />
      <Text fz="xs" c="dimmed" mt="xs">
        {t.kept}
      </Text>
    </Box>
  );
}

function useTenant(id: string | null) {
  return useQuery({
    queryKey: ['tenants', 'one', id],
    queryFn: () =>
      read(api.GET('/api/v1/platform/tenants/{tenant}', { params: { path: { tenant: id ?? '' } } })),
    enabled: id !== null,
  });
}

function TenantName({ id }: { id: string }) {
  return useTenant(id).data?.name ?? <Code>{id}</Code>;
}

/** A row of a company is looked at where the company sees it, by whoever may be inside: that is asked first. */
function Row({ finding }: { finding: Finding }) {
  const t = useTexts(texts);
  const [asking, setAsking] = useState(false);
  const { tenant: id, table, rowKey } = finding;
  const tenant = useTenant(id);
  const actInside = useActInside();
  const to = pageOf(table, rowKey);
  const key = (
    <Text fz="xs" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
      {table} {rowKey}
    </Text>
  );
  if (!to || !id) return key;
  const name = tenant.data?.name ?? '';
  return (
    <>
      <Anchor component="button" type="button" ta="left" onClick={() => setAsking(true)}>
        {key}
      </Anchor>
      {asking && (
        <Asked
          act={t.open(name)}
          question={t.openQuestion(name)}
          color="orange"
          onConfirm={() => actInside.mutate({ id, to })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
