import { Button, PasswordInput, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from 'react-router';
import { currencies, placeViolations, zones } from '@/kernel/forms';
import { useAct } from '@/kernel/queries';
import { signUp } from '@/kernel/session';
import { catalogue, language, useTexts } from '@/kernel/texts';
import { Door } from './Door';

const texts = catalogue({
  en: {
    title: 'Create an account',
    hint: 'Fourteen days to try everything. No card needed.',
    name: 'Your name',
    email: 'E-mail address',
    password: 'Password',
    passwordHint: 'Eight characters or more. A phrase is best.',
    company: 'Name of the company',
    building: 'Name of the building',
    kind: 'What is it?',
    managed: 'A management company',
    own: 'Our own building',
    currency: 'Currency',
    zone: 'Time zone',
    create: 'Create account',
    logIn: 'I have an account',
  },
  es: {
    title: 'Crear una cuenta',
    hint: 'Catorce días para probar todo. Sin tarjeta.',
    name: 'Su nombre',
    email: 'Correo electrónico',
    password: 'Contraseña',
    passwordHint: 'Ocho caracteres o más. Lo mejor es una frase.',
    company: 'Nombre de la administración',
    building: 'Nombre del edificio',
    kind: '¿Qué es?',
    managed: 'Una administración',
    own: 'Nuestro edificio',
    currency: 'Moneda',
    zone: 'Zona horaria',
    create: 'Crear cuenta',
    logIn: 'Ya tengo cuenta',
  },
});

export function Component() {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const form = useForm({
    initialValues: {
      name: '',
      email: '',
      password: '',
      tenant: '',
      type: 'MANAGEMENT_COMPANY',
      currency: 'ARS',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
  });
  const act = useAct({
    act: () => {
      const { name, email, password, tenant, type, currency, timeZone } = form.values;
      return signUp({
        name,
        email,
        password,
        tenant: { name: tenant, type, currency, timeZone, locale: language() },
      });
    },
    then: () => void navigate('/'),
    handled: (failure) => placeViolations(form, failure),
  });
  return (
    <Door title={t.title} hint={t.hint} links={[['/login', t.logIn]]}>
      <form onSubmit={form.onSubmit(() => act.mutate())}>
        <Stack>
          <TextInput label={t.name} autoComplete="name" required {...form.getInputProps('name')} />
          <TextInput
            label={t.email}
            type="email"
            autoComplete="username"
            required
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t.password}
            description={t.passwordHint}
            autoComplete="new-password"
            required
            minLength={8}
            {...form.getInputProps('password')}
          />
          <SegmentedControl
            aria-label={t.kind}
            data={[
              { value: 'MANAGEMENT_COMPANY', label: t.managed },
              { value: 'SELF_MANAGED_BUILDING', label: t.own },
            ]}
            {...form.getInputProps('type')}
          />
          <TextInput
            label={form.values.type === 'MANAGEMENT_COMPANY' ? t.company : t.building}
            autoComplete="organization"
            required
            {...form.getInputProps('tenant')}
          />
          <Select
            label={t.currency}
            searchable
            allowDeselect={false}
            data={currencies()}
            {...form.getInputProps('currency')}
          />
          <Select
            label={t.zone}
            searchable
            allowDeselect={false}
            data={zones(form.values.timeZone)}
            {...form.getInputProps('timeZone')}
          />
          <Button type="submit" loading={act.isPending}>
            {t.create}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
