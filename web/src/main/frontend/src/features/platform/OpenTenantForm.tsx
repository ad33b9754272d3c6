import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { texts as tenantTexts } from '@/features/tenancy/texts';
import { api, idempotencyKey, read, type Schemas } from '@/kernel/api';
import { choices, currencies, zones } from '@/kernel/forms';
import { useTexts } from '@/kernel/texts';
import { FormModal } from '@/parts/FormModal';
import { texts } from './texts';

export function OpenTenantForm({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts);
  const { plans } = useTexts(tenantTexts);
  const [key] = useState(idempotencyKey);
  const form = useForm({
    initialValues: {
      name: '',
      slug: '',
      type: 'MANAGEMENT_COMPANY' as Schemas['TenantType'],
      currency: 'ARS',
      locale: 'es',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      plan: 'BASIC' as Schemas['Plan'],
      ownerEmail: '',
    },
  });
  return (
    <FormModal
      title={t.open}
      act={t.open}
      form={form}
      size="lg"
      onClose={onClose}
      done={t.opened}
      touches={[['tenants'], ['statistics']]}
      onSubmit={(body) =>
        read(api.POST('/api/v1/platform/tenants', { params: { header: { 'Idempotency-Key': key } }, body }))
      }
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={t.name} required data-autofocus {...form.getInputProps('name')} />
        <TextInput label={t.slug} required {...form.getInputProps('slug')} />
        <TextInput label={t.owner} type="email" required {...form.getInputProps('ownerEmail')} />
        <Select
          label={t.kind}
          allowDeselect={false}
          data={choices(t.kinds)}
          {...form.getInputProps('type')}
        />
        <Select label={t.plan} allowDeselect={false} data={choices(plans)} {...form.getInputProps('plan')} />
        <Select
          label={t.currency}
          searchable
          allowDeselect={false}
          data={currencies()}
          {...form.getInputProps('currency')}
        />
        <Select
          label={t.language}
          allowDeselect={false}
          data={[
            { value: 'en', label: 'English' },
            { value: 'es', label: 'Español' },
          ]}
          {...form.getInputProps('locale')}
        />
        <Select
          label={t.zone}
          searchable
          allowDeselect={false}
          data={zones(form.values.timeZone)}
          {...form.getInputProps('timeZone')}
        />
      </SimpleGrid>
    </FormModal>
  );
}
