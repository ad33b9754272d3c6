import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconSearch, IconUsers } from '@tabler/icons-react';
import { api, read, type Shown } from '@/kernel/api';
import { useFilters } from '@/kernel/filters';
import { date } from '@/kernel/format';
import { useAct, useList } from '@/kernel/queries';
import { useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { Confirm } from '@/parts/Confirm';
import { DataTable, pages, type Column } from '@/parts/DataTable';
import { PageHeader } from '@/parts/PageHeader';
import { EmptyState } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { texts } from './texts';

type User = Shown<'PlatformUserView'>;

export function Component() {
  const t = useTexts(texts);
  const self = useProfile().user.id;
  const { values, settled, set } = useFilters('q');
  const list = useList(['platform-users', settled], (cursor) =>
    read(api.GET('/api/v1/platform/users', { params: { query: { cursor, q: settled.q || undefined } } })),
  );
  const touches = [['platform-users']];
  const path = (user: string) => ({ params: { path: { user } } });
  const disable = useAct({
    act: (user: string) => api.POST('/api/v1/platform/users/{user}/disable', path(user)),
    touches,
  });
  const enable = useAct({
    act: (user: string) => api.POST('/api/v1/platform/users/{user}/enable', path(user)),
    touches,
  });
  const columns: Column<User>[] = [
    {
      name: t.name,
      show: (user) => (
        <>
          <Text fz="sm" fw={550}>
            {user.name}
          </Text>
          <Text fz="xs" c="dimmed">
            {user.email}
          </Text>
        </>
      ),
    },
    {
      name: t.status,
      show: (user) => (
        <Group gap={6}>
          {user.disabledAt && <StatusBadge status="FAILED" word={t.disabled} />}
          {user.superAdmin && <StatusBadge status="OPEN" word={t.superAdmin} />}
        </Group>
      ),
    },
    { name: t.factor, show: (user) => user.secondFactor && '✓', wide: true },
    { name: t.since, show: (user) => date(user.createdAt?.slice(0, 10)), wide: true },
    {
      name: '',
      width: 120,
      show: (user) =>
        user.id !== self &&
        (user.disabledAt ? (
          <Button size="compact-xs" variant="default" onClick={() => enable.mutate(user.id)}>
            {t.enable}
          </Button>
        ) : (
          <Confirm
            size="compact-xs"
            act={t.disable}
            question={t.disableQuestion(user.name ?? '')}
            onConfirm={() => disable.mutate(user.id)}
          />
        )),
    },
  ];
  return (
    <>
      <PageHeader title={t.users} />
      <TextInput
        mb="sm"
        placeholder={t.search}
        aria-label={t.search}
        leftSection={<IconSearch size={16} />}
        value={values.q}
        onChange={(event) => set('q', event.currentTarget.value)}
        w={260}
      />
      <DataTable
        label={t.users}
        columns={columns}
        rows={list.items}
        id={(user) => user.id}
        loading={list.isPending}
        failure={list.error}
        retry={() => void list.refetch()}
        more={pages(list)}
        empty={<EmptyState icon={<IconUsers />} title={t.noUsers} />}
      />
    </>
  );
}
