import { Group, Paper, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { api, read } from '@/kernel/api';
import { instant } from '@/kernel/format';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { PageHeader } from '@/parts/PageHeader';
import { Failure, RowsLoading } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { AnnouncementActs } from './AnnouncementActs';
import { Readers } from './Readers';
import { texts } from './texts';
import { useTargetName } from './useTargetName';

/** Whoever received it has read it when they open it. */
export function Component() {
  const t = useTexts(texts);
  const { announcement = '' } = useParams();
  const writes = may(useProfile(), 'ANNOUNCEMENT_WRITE');
  const targetName = useTargetName();
  const client = useQueryClient();
  const found = useQuery({
    queryKey: ['announcement', announcement],
    queryFn: () =>
      read(api.GET('/api/v1/announcements/{announcement}', { params: { path: { announcement } } })),
  });
  const unread = Boolean(found.data?.receivedAt && !found.data.readAt);
  useEffect(() => {
    if (!unread) return;
    // Only a mark: if it doesn't arrive, the next opening makes it.
    void read(
      api.POST('/api/v1/announcements/{announcement}/read', { params: { path: { announcement } } }),
    ).then(
      (seen) => {
        client.setQueryData(['announcement', announcement], seen);
        for (const told of ['announcements', 'notifications', 'notifications-unread'])
          void client.invalidateQueries({ queryKey: [told] });
      },
      () => undefined,
    );
  }, [unread, announcement, client]);
  if (found.isPending) return <RowsLoading />;
  if (found.isError) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  const { data } = found;
  return (
    <>
      <PageHeader
        title={data.title ?? ''}
        hint={instant(data.sentAt ?? data.sendAt ?? data.createdAt)}
        path={[['/announcements', t.announcements]]}
        actions={writes && <AnnouncementActs announcement={data} />}
      />
      {writes && (
        <Group gap="xs" mb="md">
          <StatusBadge status={data.status ?? ''} word={t.statuses[data.status ?? 'DRAFT']} />
          {data.byEmail && <StatusBadge status="EMAIL" word={t.byEmail} />}
          <Text fz="sm" c="dimmed">
            {t.targets}: {data.targets?.map(targetName).join(', ')}
          </Text>
        </Group>
      )}
      <Paper withBorder p="md" mb="md" maw={760}>
        <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{data.body}</Text>
      </Paper>
      {writes && data.status === 'SENT' && <Readers announcement={announcement} />}
    </>
  );
}
