import { Alert, Button, Loader, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, read } from '@/kernel/api';
import { placeViolations } from '@/kernel/forms';
import { instant } from '@/kernel/format';
import { Problem } from '@/kernel/problem';
import { useAct } from '@/kernel/queries';
import { logIn, useSession } from '@/kernel/session';
import { catalogue, useTexts } from '@/kernel/texts';
import { told } from '@/kernel/told';
import { Door } from './Door';
import { LoginForm } from './LoginForm';
import { mailedToken } from './mailedToken';
import { roleNames } from './roleNames';

const texts = catalogue({
  en: {
    title: 'You are invited',
    offer: (tenant: string, role: string) => `Join ${tenant} as ${role}.`,
    until: (when: string) => `The invitation holds until ${when}.`,
    logInFirst: 'There is an account with the invited address. Log in with it, then accept.',
    name: 'Your name',
    password: 'Choose a password',
    accept: 'Accept',
    acceptAs: (email: string) => `Accept as ${email}`,
    logIn: 'To the login',
    gone: 'This invitation was used or revoked, or is too old. Ask whoever invited you for a new one.',
  },
  es: {
    title: 'Recibió una invitación',
    offer: (tenant: string, role: string) => `Únase a ${tenant} como ${role}.`,
    until: (when: string) => `La invitación vale hasta el ${when}.`,
    logInFirst: 'Ya hay una cuenta con la dirección invitada. Ingrese con ella y luego acepte.',
    name: 'Su nombre',
    password: 'Elija una contraseña',
    accept: 'Aceptar',
    acceptAs: (email: string) => `Aceptar como ${email}`,
    logIn: 'Ir al ingreso',
    gone: 'Esta invitación ya se usó, se revocó o venció. Pídale otra a quien lo invitó.',
  },
});

export function Component() {
  const t = useTexts(texts);
  const role = useTexts(roleNames);
  const session = useSession();
  const navigate = useNavigate();
  const [token] = useState(mailedToken);
  const form = useForm({ initialValues: { name: '', password: '' } });
  const offer = useQuery({
    queryKey: ['invitation-offer', token],
    queryFn: () => read(api.POST('/api/v1/invitations/lookup', { body: { token } })),
    staleTime: Infinity,
  });
  const inside = session.is === 'in';
  const act = useAct({
    act: async () => {
      await api.POST('/api/v1/invitations/accept', { body: inside ? { token } : { token, ...form.values } });
      if (!inside && offer.data?.email) await logIn(offer.data.email, form.values.password, {});
    },
    then: () => void navigate('/'),
    handled: (failure) => placeViolations(form, failure),
  });
  return (
    <Door title={t.title} links={[['/login', t.logIn]]}>
      {offer.isPending && <Loader />}
      {offer.isError && (
        <Alert color="red" role="alert">
          {offer.error instanceof Problem && offer.error.is('NOT_FOUND') ? t.gone : told(offer.error).message}
        </Alert>
      )}
      {offer.data && (
        <Stack>
          <Text>{t.offer(offer.data.tenantName ?? '', role[offer.data.role ?? 'RESIDENT'])}</Text>
          <Text fz="sm" c="dimmed">
            {t.until(instant(offer.data.expiresAt))}
          </Text>
          {offer.data.accountExists && !inside && (
            <LoginForm hint={t.logInFirst} email={offer.data.email ?? ''} />
          )}
          {(inside || !offer.data.accountExists) && (
            <form onSubmit={form.onSubmit(() => act.mutate())}>
              <Stack>
                {!inside && (
                  <>
                    <TextInput label={t.name} autoComplete="name" required {...form.getInputProps('name')} />
                    <PasswordInput
                      label={t.password}
                      autoComplete="new-password"
                      required
                      minLength={8}
                      {...form.getInputProps('password')}
                    />
                  </>
                )}
                <Button type="submit" loading={act.isPending}>
                  {session.is === 'in' ? t.acceptAs(session.profile.user.email) : t.accept}
                </Button>
              </Stack>
            </form>
          )}
        </Stack>
      )}
    </Door>
  );
}
