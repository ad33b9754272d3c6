import { Alert, Anchor, Button, PasswordInput, PinInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { Problem } from '@/kernel/problem';
import { logIn, type Profile } from '@/kernel/session';
import { catalogue, useTexts } from '@/kernel/texts';
import { told } from '@/kernel/told';

const texts = catalogue({
  en: {
    email: 'E-mail address',
    password: 'Password',
    logIn: 'Log in',
    code: 'Code of your authenticator',
    codeHint: 'Six digits, from the app you enrolled.',
    recovery: 'Use a recovery code instead',
    recoveryCode: 'Recovery code',
  },
  es: {
    email: 'Correo electrónico',
    password: 'Contraseña',
    logIn: 'Ingresar',
    code: 'Código de su autenticador',
    codeHint: 'Seis dígitos, de la aplicación que registró.',
    recovery: 'Usar un código de recuperación',
    recoveryCode: 'Código de recuperación',
  },
});

type Props = {
  hint?: string;
  email?: string;
  onLogin?: (email: string, password: string, proof: Proof) => Promise<Profile | void>;
};

export type Proof = { code?: string; recoveryCode?: string };

/** Asks for the second factor only once the first one is right and there is one. */
export function LoginForm({ hint, email = '', onLogin = logIn }: Props) {
  const t = useTexts(texts);
  const form = useForm({ initialValues: { email, password: '', code: '', recoveryCode: '' } });
  const [asked, setAsked] = useState<'none' | 'code' | 'recovery'>('none');
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  async function submit(code = form.values.code): Promise<void> {
    setBusy(true);
    setFailure(null);
    try {
      await onLogin(form.values.email, form.values.password, {
        code: asked === 'code' ? code : undefined,
        recoveryCode: asked === 'recovery' ? form.values.recoveryCode : undefined,
      });
    } catch (refused) {
      if (refused instanceof Problem && refused.is('SECOND_FACTOR_REQUIRED') && asked === 'none')
        setAsked('code');
      else setFailure(refused);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form onSubmit={form.onSubmit(() => submit())}>
      <Stack>
        {hint && <Text fz="sm">{hint}</Text>}
        {failure !== null && (
          <Alert color="red" role="alert">
            {told(failure).message}
          </Alert>
        )}
        <TextInput
          label={t.email}
          type="email"
          autoComplete="username"
          required
          autoFocus={!email}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t.password}
          autoComplete="current-password"
          required
          data-autofocus={email ? true : undefined}
          {...form.getInputProps('password')}
        />
        {asked === 'code' && (
          <Stack gap={4}>
            <Text fz="sm" fw={500} id="code-label">
              {t.code}
            </Text>
            <PinInput
              length={6}
              type="number"
              oneTimeCode
              autoFocus
              aria-labelledby="code-label"
              aria-label={t.code}
              {...form.getInputProps('code')}
              onComplete={(code) => void submit(code)}
            />
            <Text fz="xs" c="dimmed">
              {t.codeHint}
            </Text>
            <Anchor component="button" type="button" fz="sm" onClick={() => setAsked('recovery')}>
              {t.recovery}
            </Anchor>
          </Stack>
        )}
        {asked === 'recovery' && (
          <TextInput label={t.recoveryCode} autoFocus required {...form.getInputProps('recoveryCode')} />
        )}
        <Button type="submit" loading={busy}>
          {t.logIn}
        </Button>
      </Stack>
    </form>
  );
}
