import { Alert, Badge, Button, Group, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, read, type Shown } from '@/kernel/api';
import { placeViolations } from '@/kernel/forms';
import { ago, instant } from '@/kernel/format';
import { queries, useAct, useList } from '@/kernel/queries';
import { logOut, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { Confirm } from '@/parts/Confirm';
import { DataTable, pages, type Column } from '@/parts/DataTable';
import { PageHeader } from '@/parts/PageHeader';
import { accountTexts } from './accountTexts';
import { device } from './device';
import { SecondFactor } from './SecondFactor';

type Session = Shown<'SessionView'>;

export function Component() {
  const t = useTexts(accountTexts);
  const profile = useProfile();
  const mailAgain = useAct({ act: () => api.POST('/api/v1/auth/email/verification', {}), done: t.mailed });
  return (
    <>
      <PageHeader title={profile.user.name} hint={profile.user.email} />
      <Stack maw={820} gap="lg">
        {profile.secondFactorRequired && <Alert color="orange">{t.factorRequired}</Alert>}
        {!profile.user.emailVerified && (
          <Alert color="yellow">
            <Group justify="space-between">
              {t.unverified}
              <Button
                size="xs"
                variant="default"
                loading={mailAgain.isPending}
                onClick={() => mailAgain.mutate()}
              >
                {t.mailAgain}
              </Button>
            </Group>
          </Alert>
        )}
        <ChangePassword />
        <SecondFactor enrolled={profile.user.secondFactor} />
        <Sessions />
      </Stack>
    </>
  );
}

function ChangePassword() {
  const t = useTexts(accountTexts);
  const form = useForm({ initialValues: { currentPassword: '', newPassword: '' } });
  const act = useAct({
    act: () => api.POST('/api/v1/auth/password', { body: form.values }),
    done: t.passwordChanged,
    then: () => form.reset(),
    handled: (failure) => placeViolations(form, failure),
  });
  return (
    <Paper withBorder p="lg" component="section">
      <Title order={2} fz={17} mb="md">
        {t.password}
      </Title>
      <form onSubmit={form.onSubmit(() => act.mutate())}>
        <Group align="flex-end">
          <PasswordInput
            label={t.present}
            autoComplete="current-password"
            required
            flex={1}
            miw={200}
            {...form.getInputProps('currentPassword')}
          />
          <PasswordInput
            label={t.next}
            autoComplete="new-password"
            required
            minLength={8}
            flex={1}
            miw={200}
            {...form.getInputProps('newPassword')}
          />
          <Button type="submit" loading={act.isPending}>
            {t.change}
          </Button>
        </Group>
      </form>
    </Paper>
  );
}

function Sessions() {
  const t = useTexts(accountTexts);
  const list = useList(['sessions'], (cursor) =>
    read(api.GET('/api/v1/auth/sessions', { params: { query: { cursor } } })),
  );
  const end = useAct({
    act: (session: string) =>
      api.DELETE('/api/v1/auth/sessions/{session}', { params: { path: { session } } }),
    touches: [['sessions']],
    done: t.sessionEnded,
  });
  const columns: Column<Session>[] = [
    {
      name: t.device,
      show: (session) => (
        <Group gap="xs">
          <Text fz="sm" lineClamp={1} maw={280} title={session.userAgent ?? undefined}>
            {session.userAgent ? device(session.userAgent) : t.unknownDevice}
          </Text>
          {session.current && (
            <Badge variant="light" tt="none">
              {t.thisOne}
            </Badge>
          )}
        </Group>
      ),
    },
    { name: t.address, show: (session) => session.address, wide: true },
    { name: t.lastUsed, show: (session) => ago(session.lastUsedAt) },
    { name: t.until, show: (session) => instant(session.expiresAt), wide: true },
    {
      name: '',
      show: (session) =>
        !session.current && (
          <Button size="compact-xs" variant="default" onClick={() => end.mutate(session.id)}>
            {t.end}
          </Button>
        ),
    },
  ];
  return (
    <Paper withBorder p="lg" component="section">
      <Group justify="space-between" mb="md">
        <Title order={2} fz={17}>
          {t.sessions}
        </Title>
        <Confirm
          size="xs"
          act={t.logOutEverywhere}
          question={t.logOutEverywhereQuestion}
          onConfirm={async () => {
            await logOut(true);
            queries.clear();
          }}
        />
      </Group>
      <DataTable
        label={t.sessions}
        columns={columns}
        rows={list.items}
        id={(session) => session.id}
        loading={list.isPending}
        failure={list.error}
        more={pages(list)}
        empty={null}
      />
    </Paper>
  );
}
