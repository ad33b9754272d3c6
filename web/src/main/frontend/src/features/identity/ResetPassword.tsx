import { Alert, Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { api } from '@/kernel/api';
import { placeViolations } from '@/kernel/forms';
import { useAct } from '@/kernel/queries';
import { catalogue, useTexts } from '@/kernel/texts';
import { Door } from './Door';
import { mailedToken } from './mailedToken';

const texts = catalogue({
  en: {
    title: 'Choose a new password',
    password: 'New password',
    hint: 'Eight characters or more. A phrase is best.',
    save: 'Save password',
    saved: 'Saved. All other sessions have ended.',
    logIn: 'To the login',
  },
  es: {
    title: 'Elija una contraseña nueva',
    password: 'Contraseña nueva',
    hint: 'Ocho caracteres o más. Lo mejor es una frase.',
    save: 'Guardar contraseña',
    saved: 'Guardada. Las demás sesiones terminaron.',
    logIn: 'Ir al ingreso',
  },
});

export function Component() {
  const t = useTexts(texts);
  const [token] = useState(mailedToken);
  const form = useForm({ initialValues: { newPassword: '' } });
  const act = useAct({
    act: () => api.POST('/api/v1/auth/password/reset', { body: { token, ...form.values } }),
    handled: (failure) => placeViolations(form, failure),
  });
  return (
    <Door title={t.title} links={[['/login', t.logIn]]}>
      {act.isSuccess ? (
        <Alert role="status">{t.saved}</Alert>
      ) : (
        <form onSubmit={form.onSubmit(() => act.mutate())}>
          <Stack>
            <PasswordInput
              label={t.password}
              description={t.hint}
              autoComplete="new-password"
              required
              minLength={8}
              {...form.getInputProps('newPassword')}
            />
            <Button type="submit" loading={act.isPending}>
              {t.save}
            </Button>
          </Stack>
        </form>
      )}
    </Door>
  );
}
