import { Select, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { api, idempotencyKey, read } from '@/kernel/api';
import { capital } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { useBuildings } from '@/features/building/useBuildings';
import { FormModal } from '@/parts/FormModal';
import { memberTexts } from './memberTexts';
import { roleNames } from './roleNames';

const INVITABLE = ['TENANT_ADMIN', 'OPERATOR', 'RESIDENT'] as const;

export function InviteForm({ onClose }: { onClose: () => void }) {
  const t = useTexts(memberTexts);
  const role = useTexts(roleNames);
  const buildings = useBuildings();
  const [key] = useState(idempotencyKey);
  const form = useForm({
    initialValues: {
      email: '',
      role: 'OPERATOR' as (typeof INVITABLE)[number],
      buildingId: null as string | null,
    },
  });
  return (
    <FormModal
      title={t.invite}
      act={t.invite}
      form={form}
      onClose={onClose}
      done={t.invited}
      touches={[['invitations']]}
      onSubmit={(body) =>
        read(api.POST('/api/v1/invitations', { params: { header: { 'Idempotency-Key': key } }, body }))
      }
    >
      <Text fz="sm" c="dimmed">
        {t.inviteHint}
      </Text>
      <TextInput label={t.email} type="email" required data-autofocus {...form.getInputProps('email')} />
      <Select
        label={t.role}
        allowDeselect={false}
        data={INVITABLE.map((value) => ({ value, label: capital(role[value]) }))}
        {...form.getInputProps('role')}
      />
      <Select
        label={t.where}
        placeholder={t.everywhere}
        clearable
        searchable
        data={buildings.choices}
        {...form.getInputProps('buildingId')}
      />
    </FormModal>
  );
}
