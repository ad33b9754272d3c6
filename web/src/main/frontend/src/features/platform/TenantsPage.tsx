import { Button, Menu, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBuildingCommunity, IconDots, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { texts as tenantTexts } from '@/features/tenancy/texts';
import { api, read, type Shown } from '@/kernel/api';
import { useFilters } from '@/kernel/filters';
import { date } from '@/kernel/format';
import { useAct, useList } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { Asked } from '@/parts/Confirm';
import { DataTable, pages, type Column } from '@/parts/DataTable';
import { FilterBar } from '@/parts/FilterBar';
import { PageHeader } from '@/parts/PageHeader';
import { EmptyState } from '@/parts/States';
import { StatusBadge, words } from '@/parts/StatusBadge';
import { OpenTenantForm } from './OpenTenantForm';
import { PlanForm } from './PlanForm';
import { texts } from './texts';
import { useActInside } from './useActInside';

type Tenant = Shown<'PlatformTenantView'>;
type Asking = { act: string; question: string; go: () => void };

export function Component() {
  const t = useTexts(texts);
  const word = useTexts(words);
  const { plans } = useTexts(tenantTexts);
  const [opening, open] = useDisclosure();
  const filters = useFilters('q', 'status');
  const { settled } = filters;
  const list = useList(['tenants', settled], (cursor) =>
    read(
      api.GET('/api/v1/platform/tenants', {
        params: {
          query: {
            cursor,
            q: settled.q || undefined,
            status: (settled.status || undefined) as 'ACTIVE' | undefined,
          },
        },
      }),
    ),
  );
  const columns: Column<Tenant>[] = [
    {
      name: t.name,
      show: (tenant) => (
        <>
          <Text fz="sm" fw={550}>
            {tenant.name}
          </Text>
          <Text fz="xs" c="dimmed">
            {tenant.slug}
          </Text>
        </>
      ),
    },
    { name: t.status, side: true, show: (tenant) => <StatusBadge status={tenant.status ?? ''} /> },
    { name: t.plan, show: (tenant) => plans[tenant.plan ?? 'FREE'] },
    {
      name: t.subscription,
      show: (tenant) => <StatusBadge status={tenant.subscriptionStatus ?? ''} />,
      wide: true,
    },
    { name: t.currency, show: (tenant) => tenant.currency, wide: true },
    { name: t.since, show: (tenant) => date(tenant.createdAt?.slice(0, 10)), wide: true },
    { name: '', width: 60, show: (tenant) => <Acts tenant={tenant} /> },
  ];
  return (
    <>
      <PageHeader
        title={t.tenants}
        actions={
          <Button leftSection={<IconPlus size={16} />} onClick={open.open}>
            {t.open}
          </Button>
        }
      />
      <FilterBar
        filters={filters}
        search={t.search}
        fields={[
          {
            name: 'status',
            label: t.status,
            choices: ['ACTIVE', 'SUSPENDED', 'CLOSED'].map((value) => ({
              value,
              label: word[value] ?? value,
            })),
          },
        ]}
      />
      <DataTable
        label={t.tenants}
        columns={columns}
        rows={list.items}
        id={(tenant) => tenant.id}
        loading={list.isPending}
        failure={list.error}
        retry={() => void list.refetch()}
        more={pages(list)}
        empty={<EmptyState icon={<IconBuildingCommunity />} title={t.none} />}
      />
      {opening && <OpenTenantForm onClose={open.close} />}
    </>
  );
}

function Acts({ tenant }: { tenant: Tenant }) {
  const t = useTexts(texts);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [planning, plan] = useDisclosure();
  const name = tenant.name ?? '';
  const params = { params: { path: { tenant: tenant.id } } };
  const touches = [['tenants'], ['statistics']];
  const suspend = useAct({
    act: () => api.POST('/api/v1/platform/tenants/{tenant}/suspend', params),
    touches,
    done: t.changed,
  });
  const activate = useAct({
    act: () => api.POST('/api/v1/platform/tenants/{tenant}/activate', params),
    touches,
    done: t.changed,
  });
  const close = useAct({
    act: () => api.POST('/api/v1/platform/tenants/{tenant}/close', params),
    touches,
    done: t.changed,
  });
  const actInside = useActInside();
  const ask = (act: string, question: string, go: () => void) => () => setAsking({ act, question, go });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="compact-xs" variant="default" aria-label={`${t.acts}: ${name}`}>
            <IconDots size={16} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {tenant.status !== 'CLOSED' && (
            <Menu.Item
              onClick={ask(t.impersonate, t.impersonateQuestion(name), () =>
                actInside.mutate({ id: tenant.id }),
              )}
            >
              {t.impersonate}
            </Menu.Item>
          )}
          <Menu.Item onClick={plan.open}>{t.changePlan}</Menu.Item>
          {tenant.status === 'ACTIVE' && (
            <Menu.Item onClick={ask(t.suspend, t.suspendQuestion(name), () => suspend.mutate())}>
              {t.suspend}
            </Menu.Item>
          )}
          {tenant.status === 'SUSPENDED' && (
            <Menu.Item onClick={() => activate.mutate()}>{t.activate}</Menu.Item>
          )}
          {tenant.status !== 'CLOSED' && (
            <Menu.Item color="red" onClick={ask(t.close, t.closeQuestion(name), () => close.mutate())}>
              {t.close}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {asking && (
        <Asked
          act={asking.act}
          question={asking.question}
          onConfirm={asking.go}
          onClose={() => setAsking(null)}
        />
      )}
      {planning && <PlanForm tenant={tenant} onClose={plan.close} />}
    </>
  );
}
