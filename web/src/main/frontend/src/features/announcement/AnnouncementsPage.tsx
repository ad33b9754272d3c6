import { Anchor, Button, Group, SegmentedControl } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconSpeakerphone } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { api, read } from '@/kernel/api';
import { useFilters } from '@/kernel/filters';
import { instant } from '@/kernel/format';
import { useList } from '@/kernel/queries';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { DataTable, pages, type Column } from '@/parts/DataTable';
import { PageHeader } from '@/parts/PageHeader';
import { EmptyState } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { AnnouncementForm } from './AnnouncementForm';
import { texts } from './texts';
import { useTargetName, type Announcement } from './useTargetName';

/** What one writes, for those who do; and what one received. */
export function Component() {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const targetName = useTargetName();
  const writes = may(useProfile(), 'ANNOUNCEMENT_WRITE');
  const [composing, compose] = useDisclosure();
  const { values, settled, set } = useFilters('view');
  const received = !writes || settled.view === 'received';
  const list = useList(['announcements', received], (cursor) =>
    read(
      api.GET('/api/v1/announcements', { params: { query: { cursor, received: received || undefined } } }),
    ),
  );
  const add = writes && (
    <Button leftSection={<IconPlus size={16} />} onClick={compose.open}>
      {t.compose}
    </Button>
  );
  const title: Column<Announcement> = {
    name: t.title,
    show: (each) => (
      <Group gap="xs">
        <Anchor component={Link} to={`/announcements/${each.id}`} fw={550}>
          {each.title}
        </Anchor>
        {each.receivedAt && !each.readAt && <StatusBadge status="OPEN" word={t.isNew} />}
      </Group>
    ),
  };
  const columns: Column<Announcement>[] = received
    ? [title, { name: t.when, short: true, width: 170, show: (each) => instant(each.receivedAt) }]
    : [
        title,
        {
          name: t.status,
          side: true,
          show: (each) => (
            <StatusBadge status={each.status ?? ''} word={t.statuses[each.status ?? 'DRAFT']} />
          ),
        },
        { name: t.targets, wide: true, show: (each) => each.targets?.map(targetName).join(', ') },
        {
          name: t.when,
          short: true,
          show: (each) => instant(each.sentAt ?? each.sendAt ?? each.createdAt),
        },
      ];
  return (
    <>
      <PageHeader title={t.announcements} actions={add} />
      {writes && (
        <Group mb="sm">
          <SegmentedControl
            aria-label={t.show}
            value={values.view === 'received' ? 'received' : 'written'}
            onChange={(value) => set('view', value === 'received' ? value : '')}
            data={[
              { value: 'written', label: t.written },
              { value: 'received', label: t.received },
            ]}
          />
        </Group>
      )}
      <DataTable
        label={t.announcements}
        columns={columns}
        rows={list.items}
        id={(each) => each.id}
        loading={list.isPending}
        failure={list.error}
        retry={() => void list.refetch()}
        more={pages(list)}
        empty={
          <EmptyState
            icon={<IconSpeakerphone />}
            title={received ? t.noneReceived : t.none}
            hint={received ? t.noneReceivedHint : t.noneHint}
            action={received ? undefined : add}
          />
        }
      />
      {composing && (
        <AnnouncementForm
          onClose={compose.close}
          then={(each) => void navigate(`/announcements/${each.id}`)}
        />
      )}
    </>
  );
}
