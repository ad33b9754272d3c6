import { Button, Group, Select, Text } from '@mantine/core';
import { api, idempotencyKey, read } from '@/kernel/api';
import { useAct } from '@/kernel/queries';
import { may, useProfile } from '@/kernel/session';
import { capital } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { useMembers } from '@/features/identity/useMembers';
import { texts } from './texts';
import type { Ticket } from './tickets';

const MANAGING = ['TENANT_OWNER', 'TENANT_ADMIN', 'OPERATOR'];

/** Who is on it. Whoever knows the members chooses one, an operator takes it or lets go of it. */
export function AssignTicket({ ticket, manages }: { ticket: Ticket; manages: boolean }) {
  const t = useTexts(texts);
  const profile = useProfile();
  const me = profile.user.id;
  const knowsMembers = may(profile, 'MEMBER_READ');
  const members = useMembers(manages && knowsMembers);
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
  const candidates = members.filter((member) =>
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
