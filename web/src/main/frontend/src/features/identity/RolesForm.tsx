import { ActionIcon, Button, Group, Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus, IconX } from '@tabler/icons-react';
import { api, ifMatch, read, type Schemas, type Shown } from '@/kernel/api';
import { capital } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { useBuildings } from '@/features/building/useBuildings';
import { FormModal } from '@/parts/FormModal';
import { memberTexts } from './memberTexts';
import { roleNames } from './roleNames';

type Grant = { role: Schemas['Role']; buildingId: string | null };
const GIVEN: Schemas['Role'][] = ['TENANT_OWNER', 'TENANT_ADMIN', 'OPERATOR', 'RESIDENT'];

export function RolesForm({ member, onClose }: { member: Shown<'MemberView'>; onClose: () => void }) {
  const t = useTexts(memberTexts);
  const role = useTexts(roleNames);
  const buildings = useBuildings();
  const form = useForm<{ roles: Grant[] }>({
    initialValues: {
      roles: (member.roles ?? []).map((grant) => ({
        role: grant.role ?? 'RESIDENT',
        buildingId: grant.buildingId,
      })),
    },
  });
  return (
    <FormModal
      title={t.changeTitle(member.name ?? '')}
      act={t.save}
      form={form}
      onClose={onClose}
      done={t.saved}
      touches={[['members']]}
      size="lg"
      onSubmit={(body) =>
        read(
          api.PATCH('/api/v1/members/{member}', {
            params: { path: { member: member.id }, header: ifMatch(member) },
            body,
          }),
        )
      }
    >
      {form.values.roles.map((_, index) => (
        <Group key={index} align="flex-end" wrap="nowrap">
          <Select
            label={t.role}
            flex={1}
            allowDeselect={false}
            data={GIVEN.map((value) => ({ value, label: capital(role[value]) }))}
            {...form.getInputProps(`roles.${index}.role`)}
          />
          <Select
            label={t.where}
            flex={1}
            placeholder={t.everywhere}
            clearable
            searchable
            data={buildings.choices}
            {...form.getInputProps(`roles.${index}.buildingId`)}
          />
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t.dropRole}
            disabled={form.values.roles.length === 1}
            onClick={() => form.removeListItem('roles', index)}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} />}
        onClick={() => form.insertListItem('roles', { role: 'OPERATOR', buildingId: null })}
      >
        {t.addRole}
      </Button>
    </FormModal>
  );
}
