import { Button, Group, Tabs, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMail, IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { api, ifMatch, read, type Shown } from '@/kernel/api';
import { useView } from '@/kernel/filters';
import { capital, date, instant } from '@/kernel/format';
import { useAct, useList } from '@/kernel/queries';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { useBuildings } from '@/features/building/useBuildings';
import { Confirm } from '@/parts/Confirm';
import { DataTable, pages, type Column } from '@/parts/DataTable';
import { PageHeader } from '@/parts/PageHeader';
import { EmptyState } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { InviteForm } from './InviteForm';
import { memberTexts } from './memberTexts';
import { RolesForm } from './RolesForm';
import { roleNames } from './roleNames';

type Member = Shown<'MemberView'>;
type Invitation = Shown<'InvitationView'>;

/** Who works with us here, as what, and who has been asked to. */
export function Component() {
  const t = useTexts(memberTexts);
  const writes = may(useProfile(), 'MEMBER_WRITE');
  const [inviting, invite] = useDisclosure();
  const [view, show] = useView('members', 'invitations');
  return (
    <>
      <PageHeader
        title={t.members}
        actions={
          writes && (
            <Button leftSection={<IconPlus size={16} />} onClick={invite.open}>
              {t.invite}
            </Button>
          )
        }
      />
      <Tabs value={view} onChange={show} keepMounted={false}>
        <Tabs.List mb="sm">
          <Tabs.Tab value="members">{t.members}</Tabs.Tab>
          <Tabs.Tab value="invitations">{t.invitations}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="members">
          <Members writes={writes} />
        </Tabs.Panel>
        <Tabs.Panel value="invitations">
          <Invitations writes={writes} />
        </Tabs.Panel>
      </Tabs>
      {inviting && <InviteForm onClose={invite.close} />}
    </>
  );
}

function Members({ writes }: { writes: boolean }) {
  const t = useTexts(memberTexts);
  const role = useTexts(roleNames);
  const buildings = useBuildings();
  const self = useProfile().user.id;
  const [changing, setChanging] = useState<Member | null>(null);
  const list = useList(['members'], (cursor) =>
    read(api.GET('/api/v1/members', { params: { query: { cursor } } })),
  );
  const remove = useAct({
    act: (member: Member) =>
      api.DELETE('/api/v1/members/{member}', {
        params: { path: { member: member.id }, header: ifMatch(member) },
      }),
    touches: [['members']],
    done: t.removed,
  });
  const columns: Column<Member>[] = [
    {
      name: t.name,
      show: (member) => (
        <>
          <Text fz="sm" fw={550}>
            {member.name}
          </Text>
          <Text fz="xs" c="dimmed">
            {member.email}
          </Text>
        </>
      ),
    },
    {
      name: t.roles,
      show: (member) => (
        <Group gap={6}>
          {member.roles?.map((grant) => (
            <StatusBadge
              key={`${grant.role}${grant.buildingId}`}
              status={grant.role ?? ''}
              word={
                role[grant.role ?? 'RESIDENT'] +
                (grant.buildingId ? ` · ${buildings.nameOf(grant.buildingId)}` : '')
              }
            />
          ))}
        </Group>
      ),
    },
    { name: t.since, show: (member) => date(member.createdAt?.slice(0, 10)), wide: true },
    {
      name: '',
      width: 190,
      show: (member) =>
        writes &&
        member.userId !== self && (
          <Group gap={6} justify="flex-end" wrap="nowrap">
            <Button size="compact-xs" variant="default" onClick={() => setChanging(member)}>
              {t.changeRoles}
            </Button>
            <Confirm
              size="compact-xs"
              act={t.remove}
              question={t.removeQuestion(member.name ?? '')}
              onConfirm={() => remove.mutate(member)}
            />
          </Group>
        ),
    },
  ];
  return (
    <>
      <DataTable
        label={t.members}
        columns={columns}
        rows={list.items}
        id={(member) => member.id}
        loading={list.isPending}
        failure={list.error}
        retry={() => void list.refetch()}
        more={pages(list)}
        empty={<EmptyState icon={<IconUsersGroup />} title={t.noMembers} />}
      />
      {changing && <RolesForm member={changing} onClose={() => setChanging(null)} />}
    </>
  );
}

function Invitations({ writes }: { writes: boolean }) {
  const t = useTexts(memberTexts);
  const role = useTexts(roleNames);
  const list = useList(['invitations'], (cursor) =>
    read(api.GET('/api/v1/invitations', { params: { query: { cursor, sort: '-createdAt' } } })),
  );
  const touches = [['invitations']];
  const path = (invitation: string) => ({ params: { path: { invitation } } });
  const resend = useAct({
    act: (id: string) => api.POST('/api/v1/invitations/{invitation}/resend', path(id)),
    touches,
    done: t.resent,
  });
  const revoke = useAct({
    act: (invitation: Invitation) =>
      api.DELETE('/api/v1/invitations/{invitation}', {
        params: { path: { invitation: invitation.id }, header: ifMatch(invitation) },
      }),
    touches,
    done: t.revoked,
  });
  const columns: Column<Invitation>[] = [
    { name: t.email, show: (invitation) => invitation.email },
    { name: t.role, show: (invitation) => capital(role[invitation.role ?? 'RESIDENT']) },
    {
      name: t.status,
      side: true,
      show: (invitation) => (
        <StatusBadge status={invitation.status ?? ''} word={t.states[invitation.status ?? 'PENDING']} />
      ),
    },
    { name: t.until, show: (invitation) => instant(invitation.expiresAt), wide: true },
    {
      name: '',
      width: 200,
      show: (invitation) =>
        writes &&
        invitation.status === 'PENDING' && (
          <Group gap={6} justify="flex-end" wrap="nowrap">
            <Button size="compact-xs" variant="default" onClick={() => resend.mutate(invitation.id)}>
              {t.resend}
            </Button>
            <Button size="compact-xs" variant="default" onClick={() => revoke.mutate(invitation)}>
              {t.revoke}
            </Button>
          </Group>
        ),
    },
  ];
  return (
    <DataTable
      label={t.invitations}
      columns={columns}
      rows={list.items}
      id={(invitation) => invitation.id}
      loading={list.isPending}
      failure={list.error}
      retry={() => void list.refetch()}
      more={pages(list)}
      empty={<EmptyState icon={<IconMail />} title={t.noInvitations} hint={t.noInvitationsHint} />}
    />
  );
}
