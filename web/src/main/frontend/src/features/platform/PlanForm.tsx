import { SegmentedControl } from '@mantine/core';
import { useForm } from '@mantine/form';
import { texts as tenantTexts } from '@/features/tenancy/texts';
import { api, read, type Shown } from '@/kernel/api';
import { choices } from '@/kernel/forms';
import { useTexts } from '@/kernel/texts';
import { FormModal } from '@/parts/FormModal';
import { texts } from './texts';

export function PlanForm({ tenant, onClose }: { tenant: Shown<'PlatformTenantView'>; onClose: () => void }) {
  const t = useTexts(texts);
  const { plans } = useTexts(tenantTexts);
  const form = useForm({ initialValues: { plan: tenant.plan ?? 'FREE' } });
  return (
    <FormModal
      title={`${t.changePlan}: ${tenant.name}`}
      act={t.changePlan}
      form={form}
      onClose={onClose}
      done={t.changed}
      touches={[['tenants'], ['statistics']]}
      onSubmit={(body) =>
        read(
          api.PUT('/api/v1/platform/tenants/{tenant}/plan', {
            params: { path: { tenant: tenant.id } },
            body,
          }),
        )
      }
    >
      <SegmentedControl data={choices(plans)} {...form.getInputProps('plan')} />
    </FormModal>
  );
}
