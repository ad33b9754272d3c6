import { Radio, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, read, type Schemas } from '@/kernel/api';
import { useTexts } from '@/kernel/texts';
import { FormModal } from '@/parts/FormModal';
import { texts } from './texts';

const PLANS: Schemas['Plan'][] = ['FREE', 'BASIC', 'PRO', 'ENTERPRISE'];

/** Another plan from now on; one that is too small for what is there is refused. */
export function ChoosePlan({ plan, onClose }: { plan: Schemas['Plan']; onClose: () => void }) {
  const t = useTexts(texts);
  const form = useForm({ initialValues: { plan } });
  return (
    <FormModal
      title={t.choosePlan}
      act={t.choosePlan}
      form={form}
      onClose={onClose}
      done={t.planChosen}
      touches={[['plan']]}
      onSubmit={(body) => read(api.PUT('/api/v1/tenant/plan', { body }))}
    >
      <Radio.Group label={t.whichPlan} description={t.planHint} {...form.getInputProps('plan')}>
        <Stack gap="xs" mt="sm">
          {PLANS.map((each) => (
            <Radio key={each} value={each} label={t.plans[each]} description={t.planWords[each]} />
          ))}
        </Stack>
      </Radio.Group>
    </FormModal>
  );
}
