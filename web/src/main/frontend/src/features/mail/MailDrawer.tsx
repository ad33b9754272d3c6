import { Button, Code, Drawer, Group, Stack, Text, Timeline, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/kernel/api';
import { instant } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { Failure, RowsLoading } from '@/parts/States';
import { useReturnedFocus } from '@/parts/useReturnedFocus';
import { StatusBadge } from '@/parts/StatusBadge';
import { isStuck, useRetry } from './Outbox';
import { texts } from './texts';

/** One mail: what became of it, attempt by attempt, and its words where they are kept. */
export function MailDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  useReturnedFocus();
  const t = useTexts(texts);
  const retry = useRetry();
  const mail = useQuery({
    queryKey: ['mail', 'one', id],
    queryFn: () => read(api.GET('/api/v1/platform/mail/{mail}', { params: { path: { mail: id } } })),
  });
  return (
    <Drawer opened onClose={onClose} position="right" size="lg" title={mail.data?.mail?.recipient ?? t.mail}>
      {mail.isPending && <RowsLoading />}
      {mail.isError && <Failure failure={mail.error} retry={() => void mail.refetch()} />}
      {mail.data?.mail && (
        <Stack gap="lg">
          <Group>
            <StatusBadge status={mail.data.mail.status ?? ''} />
            <Text fz="sm" c="dimmed">
              {t.templates[mail.data.mail.template ?? 'NOTIFICATION']} · {instant(mail.data.mail.createdAt)}
            </Text>
            {isStuck(mail.data.mail) && (
              <Button size="xs" loading={retry.isPending} onClick={() => retry.mutate(id)}>
                {t.retry}
              </Button>
            )}
          </Group>
          <section>
            <Title order={3} fz={15} mb="sm">
              {t.log}
            </Title>
            {mail.data.log?.length === 0 && (
              <Text fz="sm" c="dimmed">
                {t.noLog}
              </Text>
            )}
            <Timeline bulletSize={14} lineWidth={2}>
              {mail.data.log?.map((attempt, index) => (
                <Timeline.Item key={index} title={<StatusBadge status={attempt.outcome ?? ''} />}>
                  <Text fz="xs" c="dimmed">
                    {instant(attempt.at)}
                  </Text>
                  <Text fz="sm" style={{ overflowWrap: 'anywhere' }}>
                    {attempt.detail}
                  </Text>
                </Timeline.Item>
              ))}
            </Timeline>
          </section>
          <section>
            <Title order={3} fz={15} mb="sm">
              {t.text}
            </Title>
            {mail.data.text ? (
              <Code block style={{ whiteSpace: 'pre-wrap' }} tabIndex={0}>
                {mail.data.text}
              </Code>
            ) : (
              <Text fz="sm" c="dimmed">
                {t.noText}
              </Text>
            )}
          </section>
        </Stack>
      )}
    </Drawer>
  );
}
