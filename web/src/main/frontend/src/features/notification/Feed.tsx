import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { Link } from 'react-router';
import { ago } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { EmptyState, Failure, RowsLoading } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { texts } from './texts';
import { pageOf, useFeed, useRead, type Notification } from './useNotifications';

type Props = { list: ReturnType<typeof useFeed>; most?: number; onLeave?: () => void };

/** What one was told, newest first. Going where it leads reads it. */
export function Feed({ list, most = Infinity, onLeave }: Props) {
  const t = useTexts(texts);
  const read = useRead();
  if (list.isPending) return <RowsLoading rows={3} />;
  if (list.isError) return <Failure failure={list.error} retry={() => void list.refetch()} />;
  if (list.items.length === 0) return <EmptyState icon={<IconBell />} title={t.none} hint={t.noneHint} />;
  return (
    <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
      {list.items.slice(0, most).map((each) => (
        <Line
          key={each.id}
          notification={each}
          onRead={() => read.mutate(each.id)}
          onFollow={() => {
            if (!each.readAt) read.mutate(each.id);
            onLeave?.();
          }}
        />
      ))}
    </Stack>
  );
}

type LineProps = { notification: Notification; onRead: () => void; onFollow: () => void };

function Line({ notification, onRead, onFollow }: LineProps) {
  const t = useTexts(texts);
  const page = pageOf(notification);
  return (
    <li>
      <Group gap="xs" justify="space-between" wrap="nowrap" align="flex-start">
        {page ? (
          <Anchor component={Link} to={page} onClick={onFollow} fz="sm" fw={550}>
            {notification.title}
          </Anchor>
        ) : (
          <Text fz="sm" fw={550}>
            {notification.title}
          </Text>
        )}
        {!notification.readAt && <StatusBadge status="OPEN" word={t.isNew} />}
      </Group>
      <Text fz="sm" lineClamp={3}>
        {notification.body}
      </Text>
      <Group gap="xs" justify="space-between" wrap="nowrap">
        <Text fz="xs" c="dimmed">
          {ago(notification.createdAt)}
        </Text>
        {!notification.readAt && (
          <Button size="compact-xs" variant="default" onClick={onRead}>
            {t.read}
          </Button>
        )}
      </Group>
    </li>
  );
}
