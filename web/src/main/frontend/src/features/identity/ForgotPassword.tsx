import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api } from '@/kernel/api';
import { useAct } from '@/kernel/queries';
import { catalogue, useTexts } from '@/kernel/texts';
import { Door } from './Door';

const texts = catalogue({
  en: {
    title: 'Forgotten password',
    hint: 'We send you a link that lets you choose a new one. It works once, for half an hour.',
    email: 'E-mail address',
    send: 'Send the link',
    sent: 'If there is an account with this address, the link is on its way.',
    logIn: 'Back to the login',
  },
  es: {
    title: 'Olvidé mi contraseña',
    hint: 'Le enviamos un enlace para elegir una nueva. Sirve una vez, durante media hora.',
    email: 'Correo electrónico',
    send: 'Enviar el enlace',
    sent: 'Si hay una cuenta con esa dirección, el enlace está en camino.',
    logIn: 'Volver al ingreso',
  },
});

export function Component() {
  const t = useTexts(texts);
  const form = useForm({ initialValues: { email: '' } });
  const act = useAct({ act: () => api.POST('/api/v1/auth/password/forgot', { body: form.values }) });
  return (
    <Door title={t.title} hint={t.hint} links={[['/login', t.logIn]]}>
      {act.isSuccess ? (
        <Alert role="status">{t.sent}</Alert>
      ) : (
        <form onSubmit={form.onSubmit(() => act.mutate())}>
          <Stack>
            <TextInput
              label={t.email}
              type="email"
              autoComplete="username"
              required
              {...form.getInputProps('email')}
            />
            <Button type="submit" loading={act.isPending}>
              {t.send}
            </Button>
          </Stack>
        </form>
      )}
    </Door>
  );
}
