import { Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { api, idempotencyKey, ifMatch, read } from '@/kernel/api';
import { useTexts } from '@/kernel/texts';
import { FormModal } from '@/parts/FormModal';
import { texts } from './texts';
import type { Vendor } from './vendors';

type Props = { vendor?: Vendor; onClose: () => void; then?: (vendor: Vendor) => void };

export function VendorForm({ vendor, onClose, then }: Props) {
  const t = useTexts(texts);
  const [key] = useState(idempotencyKey);
  const form = useForm({
    initialValues: {
      name: vendor?.name ?? '',
      taxId: vendor?.taxId ?? '',
      contact: vendor?.contact ?? '',
      email: vendor?.email ?? '',
      phone: vendor?.phone ?? '',
    },
  });
  return (
    <FormModal
      title={vendor ? t.edit : t.add}
      act={vendor ? t.save : t.add}
      form={form}
      onClose={onClose}
      then={then}
      done={t.saved}
      touches={[['vendors'], ['vendor', vendor?.id]]}
      onSubmit={({ name, ...rest }) => {
        const given = Object.fromEntries(
          Object.entries(rest).map(([field, value]) => [field, value || null]),
        );
        const body = { name, ...given };
        return vendor
          ? read(
              api.PATCH('/api/v1/vendors/{vendor}', {
                params: { path: { vendor: vendor.id }, header: ifMatch(vendor) },
                body,
              }),
            )
          : read(api.POST('/api/v1/vendors', { params: { header: { 'Idempotency-Key': key } }, body }));
      }}
    >
      <TextInput label={t.name} required maxLength={120} data-autofocus {...form.getInputProps('name')} />
      <Group grow align="flex-start">
        <TextInput label={t.taxId} maxLength={40} {...form.getInputProps('taxId')} />
        <TextInput label={t.contact} maxLength={120} {...form.getInputProps('contact')} />
      </Group>
      <Group grow align="flex-start">
        <TextInput label={t.phone} type="tel" maxLength={40} {...form.getInputProps('phone')} />
        <TextInput label={t.email} type="email" maxLength={254} {...form.getInputProps('email')} />
      </Group>
    </FormModal>
  );
}
