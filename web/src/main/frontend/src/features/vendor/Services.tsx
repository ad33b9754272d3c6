import { Badge, Button, Group, Paper, Select, Stack, TagsInput, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useBuildings } from '@/features/building/useBuildings';
import { api, read } from '@/kernel/api';
import { useTexts } from '@/kernel/texts';
import { FormModal } from '@/parts/FormModal';
import { texts } from './texts';
import type { Vendor } from './vendors';

/** What a vendor does, building by building. */
export function Services({ vendor, writes }: { vendor: Vendor; writes: boolean }) {
  const t = useTexts(texts);
  const buildings = useBuildings();
  const [setting, set] = useDisclosure();
  const places = [...new Set(vendor.services?.map(({ buildingId }) => buildingId))];
  return (
    <section aria-label={t.services}>
      <Group justify="space-between" mb="xs">
        <Text component="h2" fw={600}>
          {t.services}
        </Text>
        {writes && (
          <Button size="xs" variant="default" onClick={set.open}>
            {t.setServices}
          </Button>
        )}
      </Group>
      <Paper withBorder p="md">
        {places.length === 0 && (
          <Text c="dimmed" fz="sm">
            {t.noServices}
          </Text>
        )}
        <Stack gap="sm">
          {places.map((place) => (
            <Group key={place} gap="xs">
              <Text fz="sm" w={220}>
                {buildings.nameOf(place)}
              </Text>
              {servicesIn(vendor, place).map((service) => (
                <Badge key={service} variant="light" color="gray" radius="sm" tt="none" fw={500}>
                  {service}
                </Badge>
              ))}
            </Group>
          ))}
        </Stack>
      </Paper>
      {setting && <ServicesForm vendor={vendor} onClose={set.close} />}
    </section>
  );
}

function servicesIn({ services }: Vendor, building: string | null): string[] {
  return (services ?? [])
    .filter(({ buildingId }) => buildingId === building)
    .map(({ service }) => service ?? '');
}

function ServicesForm({ vendor, onClose }: { vendor: Vendor; onClose: () => void }) {
  const t = useTexts(texts);
  const buildings = useBuildings();
  const only = buildings.choices.length === 1 ? (buildings.choices[0]?.value ?? '') : '';
  const form = useForm({ initialValues: { building: only, services: servicesIn(vendor, only) } });
  return (
    <FormModal
      title={t.setServices}
      act={t.save}
      form={form}
      onClose={onClose}
      done={t.saved}
      touches={[['vendors'], ['vendor', vendor.id]]}
      onSubmit={({ building, services }) =>
        read(
          api.PUT('/api/v1/vendors/{vendor}/services/{building}', {
            params: { path: { vendor: vendor.id, building } },
            body: { services },
          }),
        )
      }
    >
      <Select
        label={t.building}
        required
        searchable
        data={buildings.choices}
        value={form.values.building || null}
        onChange={(building) =>
          form.setValues({ building: building ?? '', services: servicesIn(vendor, building) })
        }
      />
      <TagsInput
        label={t.services}
        description={t.servicesHint}
        acceptValueOnBlur
        clearable={false}
        {...form.getInputProps('services')}
      />
    </FormModal>
  );
}
