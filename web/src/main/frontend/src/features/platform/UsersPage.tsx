import { Button, Group, Menu, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconUsers } from '@tabler/icons-react';
import { api, read, type Shown } from '@/kernel/api';
import { useFilters } from '@/kernel/filters';
import { date } from '@/kernel/format';
import { useAct, useList } from '@/kernel/queries';
import { useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { Asked } from '@/parts/Confirm';
import { DataTable, pages, type Column } from '@/parts/DataTable';
import { FilterBar } from '@/parts/FilterBar';
import { PageHeader } from '@/parts/PageHeader';
import { EmptyState } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { ActInsideForm } from './ActInsideForm';
import { texts } from './texts';

type User = Shown<'PlatformUserView'>;

export function Component() {
  const t = useTexts(texts);
  const self = useProfile().user.id;
  const filters = useFilters('q');
  const { settled } = filters;
  const list = useList(['platform-users', settled], (cursor) =>
    read(api.GET('/api/v1/platform/users', { params: { query: { cursor, q: settled.q || undefined } } })),
  );
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
      side: true,
      show: (user) => (
        <Group gap={6}>
          <StatusBadge
            status={user.disabledAt ? 'FAILED' : 'ACTIVE'}
            word={user.disabledAt ? t.disabled : t.active}
          />
          {user.superAdmin && <StatusBadge status="OPEN" word={t.superAdmin} />}
        </Group>
      ),
    },
    { name: t.factor, show: (user) => (user.secondFactor ? t.factorOn : t.factorOff), wide: true },
    { name: t.since, show: (user) => date(user.createdAt?.slice(0, 10)), wide: true },
    {
      name: '',
      width: 60,
      show: (user) => user.id !== self && <Acts user={user} />,
    },
  ];
  return (
    <>
      <PageHeader title={t.users} />
      <FilterBar filters={filters} search={t.searchUsers} />
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

function Acts({ user }: { user: User }) {
  const t = useTexts(texts);
  const [asking, ask] = useDisclosure();
  const [choosing, choose] = useDisclosure();
  const name = user.name ?? '';
  const touches = [['platform-users']];
  const params = { params: { path: { user: user.id } } };
  const disable = useAct({
    act: () => api.POST('/api/v1/platform/users/{user}/disable', params),
    touches,
    done: t.changed,
  });
  const enable = useAct({
    act: () => api.POST('/api/v1/platform/users/{user}/enable', params),
    touches,
    done: t.changed,
  });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="compact-xs" variant="default" aria-label={`${t.acts}: ${user.email}`}>
            <IconDots size={16} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {!user.superAdmin && <Menu.Item onClick={choose.open}>{t.impersonate}</Menu.Item>}
          {user.disabledAt ? (
            <Menu.Item onClick={() => enable.mutate()}>{t.enable}</Menu.Item>
          ) : (
            <Menu.Item color="red" onClick={ask.open}>
              {t.disable}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {asking && (
        <Asked
          act={t.disable}
          question={t.disableQuestion(name)}
          onConfirm={() => disable.mutate()}
          onClose={ask.close}
        />
      )}
      {choosing && <ActInsideForm user={user} onClose={choose.close} />}
    </>
  );
}
