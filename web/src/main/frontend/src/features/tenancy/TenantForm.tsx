import {
  Box,
  Button,
  ColorInput,
  Group,
  Paper,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, ifMatch, read, type Shown } from '@/kernel/api';
import { currencies, placeViolations, zones } from '@/kernel/forms';
import { useAct } from '@/kernel/queries';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { texts } from './texts';

const OURS = '#1c6468';
const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'es', label: 'Español' },
];

/** What the company is called, counts in and looks like, with a mail as it will look. */
export function TenantForm({ tenant }: { tenant: Shown<'TenantView'> }) {
  const t = useTexts(texts);
  const writes = may(useProfile(), 'SETTINGS_WRITE');
  const form = useForm({
    initialValues: {
      name: tenant.name ?? '',
      currency: tenant.currency ?? '',
      locale: tenant.locale ?? 'en',
      timeZone: tenant.timeZone ?? 'UTC',
      brandName: tenant.branding?.brandName ?? '',
      primaryColor: tenant.branding?.primaryColor ?? '',
      secondaryColor: tenant.branding?.secondaryColor ?? '',
      emailFooter: tenant.branding?.emailFooter ?? '',
    },
  });
  const save = useAct({
    act: () => {
      const { name, currency, locale, timeZone, ...branding } = form.values;
      const given = Object.fromEntries(
        Object.entries(branding).map(([field, value]) => [field, value || null]),
      );
      return read(
        api.PATCH('/api/v1/tenant', {
          params: { header: ifMatch(tenant) },
          body: { name, currency, locale, timeZone, branding: given },
        }),
      );
    },
    touches: [['tenant']],
    done: t.saved,
    handled: (failure) => placeViolations(form, failure),
  });
  return (
    <form onSubmit={form.onSubmit(() => save.mutate())}>
      <Stack gap="lg">
        <Paper withBorder p="lg" component="section">
          <Title order={2} fz={17} mb="md">
            {t.basics}
          </Title>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput label={t.name} required {...form.getInputProps('name')} />
            <Select
              label={t.currency}
              searchable
              allowDeselect={false}
              data={currencies()}
              {...form.getInputProps('currency')}
            />
            <Select
              label={t.locale}
              allowDeselect={false}
              data={LANGUAGES}
              {...form.getInputProps('locale')}
            />
            <Select
              label={t.zone}
              description={t.zoneHint}
              searchable
              allowDeselect={false}
              data={zones(form.values.timeZone)}
              {...form.getInputProps('timeZone')}
            />
          </SimpleGrid>
        </Paper>
        <Paper withBorder p="lg" component="section">
          <Title order={2} fz={17}>
            {t.branding}
          </Title>
          <Text fz="sm" c="dimmed" mb="md">
            {t.brandingHint}
          </Text>
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
            <Stack>
              <TextInput label={t.brandName} maxLength={120} {...form.getInputProps('brandName')} />
              <Group grow>
                <ColorInput
                  withEyeDropper={false}
                  label={t.primary}
                  format="hex"
                  {...form.getInputProps('primaryColor')}
                />
                <ColorInput
                  withEyeDropper={false}
                  label={t.secondary}
                  format="hex"
                  {...form.getInputProps('secondaryColor')}
                />
              </Group>
              <Textarea label={t.footer} autosize minRows={2} {...form.getInputProps('emailFooter')} />
            </Stack>
            <Preview {...form.values} />
          </SimpleGrid>
        </Paper>
        {writes && (
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
              {t.save}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

type Look = { name: string; brandName: string; primaryColor: string; emailFooter: string };

function Preview({ name, brandName, primaryColor, emailFooter }: Look) {
  const t = useTexts(texts);
  const colour = /^#[0-9a-f]{6}$/i.test(primaryColor) ? primaryColor : OURS;
  return (
    <Box component="figure" m={0} aria-label={t.preview}>
      <Paper withBorder style={{ overflow: 'hidden' }} bg="white" c="black">
        <Box p="md" style={{ background: colour }}>
          <Text fw={650} c="white">
            {brandName || name}
          </Text>
        </Box>
        <Stack p="md" gap="sm" align="flex-start">
          <Text fw={600}>{t.previewTitle}</Text>
          <Text fz="sm">{t.previewText}</Text>
          <Box px="md" py={6} c="white" fz="sm" fw={600} style={{ background: colour, borderRadius: 6 }}>
            {t.previewButton}
          </Box>
        </Stack>
        <Text
          fz="xs"
          p="md"
          style={{ borderTop: '1px solid #e6e8ea', whiteSpace: 'pre-line', color: '#5b636b' }}
        >
          {emailFooter || brandName || name}
        </Text>
      </Paper>
    </Box>
  );
}
