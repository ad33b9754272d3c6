import { SegmentedControl } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, read, type Schemas, type Shown } from '@/kernel/api';
import { useTexts } from '@/kernel/texts';
import { FormModal } from '@/parts/FormModal';
import { texts } from './texts';

export const PLANS: Schemas['Plan'][] = ['FREE', 'BASIC', 'PRO', 'ENTERPRISE'];

export function PlanForm({ tenant, onClose }: { tenant: Shown<'PlatformTenantView'>; onClose: () => void }) {
  const t = useTexts(texts);
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
      <SegmentedControl data={PLANS} {...form.getInputProps('plan')} />
    </FormModal>
  );
}
