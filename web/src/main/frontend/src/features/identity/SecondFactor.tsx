import {
  Badge,
  Button,
  Center,
  Code,
  CopyButton,
  Group,
  Paper,
  PasswordInput,
  PinInput,
  SimpleGrid,
  Skeleton,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { api, read } from '@/kernel/api';
import { useAct } from '@/kernel/queries';
import { reloadProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { Dialog } from '@/parts/Dialog';
import { accountTexts } from './accountTexts';

/** Drawn by a library that nobody else needs. */
const KeyPicture = lazy(async () => ({ default: (await import('./KeyPicture')).KeyPicture }));
const PICTURE_SIZE = 196;

type Step =
  | { at: 'closed' }
  | { at: 'password'; off: boolean }
  | { at: 'key'; secret: string; uri: string }
  | { at: 'codes'; codes: string[] };

/** Enrols an authenticator app, or gives it up: the password first, then the app's own proof. */
export function SecondFactor({ enrolled }: { enrolled: boolean }) {
  const t = useTexts(accountTexts);
  const [step, setStep] = useState<Step>({ at: 'closed' });
  const [password, setPassword] = useState('');
  const close = (): void => {
    setStep({ at: 'closed' });
    setPassword('');
  };
  const prove = useAct({
    act: async (off: boolean) => {
      if (off) {
        await api.DELETE('/api/v1/auth/totp', { body: { password } });
        await reloadProfile();
        close();
        return;
      }
      const { secret, otpauthUri } = await read(api.POST('/api/v1/auth/totp', { body: { password } }));
      setStep({ at: 'key', secret: secret ?? '', uri: otpauthUri ?? '' });
    },
  });
  const confirm = useAct({
    act: async (code: string) => {
      const { recoveryCodes } = await read(api.POST('/api/v1/auth/totp/confirm', { body: { code } }));
      setStep({ at: 'codes', codes: recoveryCodes ?? [] });
      await reloadProfile();
    },
  });
  return (
    <Paper withBorder p="lg" component="section">
      <Group justify="space-between">
        <div>
          <Group gap="xs">
            <Title order={2} fz={17}>
              {t.factor}
            </Title>
            <Badge variant="light" color={enrolled ? 'teal' : 'gray'} tt="none">
              {enrolled ? t.on : t.off}
            </Badge>
          </Group>
          <Text fz="sm" c="dimmed">
            {t.factorHint}
          </Text>
        </div>
        <Button variant="default" onClick={() => setStep({ at: 'password', off: enrolled })}>
          {enrolled ? t.turnOff : t.setUp}
        </Button>
      </Group>
      {step.at !== 'closed' && (
        <Dialog
          onClose={close}
          title={step.at === 'codes' ? t.recovery : t.factor}
          closeOnClickOutside={false}
        >
          {step.at === 'password' && (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                prove.mutate(step.off);
              }}
            >
              <Stack>
                {step.off && <Text fz="sm">{t.turnOffQuestion}</Text>}
                <PasswordInput
                  label={t.confirmPassword}
                  autoComplete="current-password"
                  required
                  data-autofocus
                  value={password}
                  onChange={(event) => setPassword(event.currentTarget.value)}
                />
                <Button type="submit" color={step.off ? 'red' : undefined} loading={prove.isPending}>
                  {step.off ? t.turnOff : t.setUp}
                </Button>
              </Stack>
            </form>
          )}
          {step.at === 'key' && (
            <Stack>
              <Text fz="sm">{t.scan}</Text>
              <Center>
                <Suspense fallback={<Skeleton w={PICTURE_SIZE} h={PICTURE_SIZE} />}>
                  <KeyPicture uri={step.uri} label={t.keyPicture} size={PICTURE_SIZE} />
                </Suspense>
              </Center>
              <Code block aria-label={t.key} style={{ letterSpacing: '0.12em', whiteSpace: 'normal' }}>
                {step.secret.replace(/(.{4})/g, '$1 ')}
              </Code>
              <Group gap="xs">
                <CopyButton value={step.secret}>
                  {({ copied, copy }) => (
                    <Button size="xs" variant="default" onClick={copy}>
                      {copied ? t.copied : t.copy}
                    </Button>
                  )}
                </CopyButton>
                <Button size="xs" variant="default" component="a" href={step.uri} hiddenFrom="sm">
                  {t.openApp}
                </Button>
              </Group>
              <PinInput
                length={6}
                type="number"
                oneTimeCode
                autoFocus
                aria-label={t.code}
                onComplete={(code) => confirm.mutate(code)}
              />
            </Stack>
          )}
          {step.at === 'codes' && (
            <Stack>
              <Text fz="sm">{t.recoveryHint}</Text>
              <SimpleGrid cols={2} spacing="xs">
                {step.codes.map((code) => (
                  <Code key={code}>{code}</Code>
                ))}
              </SimpleGrid>
              <Button onClick={close}>{t.kept}</Button>
            </Stack>
          )}
        </Dialog>
      )}
    </Paper>
  );
}
