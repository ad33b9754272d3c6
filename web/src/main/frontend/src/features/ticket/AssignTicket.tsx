import { Button, Group, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, idempotencyKey, read } from '@/kernel/api';
import { useAct } from '@/kernel/queries';
import { may, useProfile } from '@/kernel/session';
import { capital } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { texts } from './texts';
import type { Ticket } from './tickets';

const MOST = 200;
const MANAGING = ['TENANT_OWNER', 'TENANT_ADMIN', 'OPERATOR'];

/** Who is on it. Whoever knows the members chooses one, an operator takes it or lets go of it. */
export function AssignTicket({ ticket, manages }: { ticket: Ticket; manages: boolean }) {
  const t = useTexts(texts);
  const profile = useProfile();
  const me = profile.user.id;
  const knowsMembers = may(profile, 'MEMBER_READ');
  const members = useQuery({
    queryKey: ['members', 'all'],
    queryFn: () => read(api.GET('/api/v1/members', { params: { query: { limit: MOST } } })),
    enabled: manages && knowsMembers,
    staleTime: 60_000,
  });
  const assign = useAct({
    act: (assigneeId: string | null) =>
      read(
        api.POST('/api/v1/tickets/{ticket}/assign', {
          params: { path: { ticket: ticket.id }, header: { 'Idempotency-Key': idempotencyKey() } },
          body: { assigneeId },
        }),
      ),
    touches: [['tickets'], ['ticket', ticket.id], ['ticket-history', ticket.id]],
    done: t.saved,
  });
  const candidates = (members.data?.items ?? []).filter((member) =>
    member.roles?.some(
      ({ role, buildingId }) =>
        MANAGING.includes(role ?? '') && (buildingId === null || buildingId === ticket.buildingId),
    ),
  );
  return (
    <div>
      {!(manages && knowsMembers) && (
        <>
          <Text fz="xs" c="dimmed">
            {t.assignee}
          </Text>
          <Text fz="sm">{ticket.assigneeName ?? capital(t.nobody)}</Text>
        </>
      )}
      {manages && knowsMembers && (
        <Select
          label={t.assignee}
          placeholder={capital(t.nobody)}
          searchable
          clearable
          disabled={assign.isPending}
          data={candidates.map((member) => ({ value: member.userId ?? '', label: member.name ?? '' }))}
          value={ticket.assigneeId}
          onChange={(user) => assign.mutate(user)}
        />
      )}
      {manages && (
        <Group gap="xs" mt="xs">
          {ticket.assigneeId !== me && (
            <Button size="xs" variant="default" loading={assign.isPending} onClick={() => assign.mutate(me)}>
              {t.take}
            </Button>
          )}
          {ticket.assigneeId === me && (
            <Button
              size="xs"
              variant="default"
              loading={assign.isPending}
              onClick={() => assign.mutate(null)}
            >
              {t.release}
            </Button>
          )}
        </Group>
      )}
    </div>
  );
}
