import { Checkbox, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, ifMatch, read, type Shown } from '@/kernel/api';
import { zones } from '@/kernel/forms';
import { useTexts } from '@/kernel/texts';
import { FormModal } from '@/parts/FormModal';
import { useJobWords } from './jobTexts';
import { texts } from './texts';

export function ScheduleForm({
  schedule,
  onClose,
}: {
  schedule: Shown<'ScheduleView'>;
  onClose: () => void;
}) {
  const t = useTexts(texts);
  const words = useJobWords();
  const form = useForm({
    initialValues: {
      cron: schedule.cron ?? '0 3 * * *',
      zone: schedule.zone ?? 'UTC',
      enabled: schedule.cron === null || schedule.enabled,
    },
  });
  return (
    <FormModal
      title={t.scheduleTitle(words.name(schedule.job))}
      act={t.save}
      form={form}
      onClose={onClose}
      done={t.saved}
      touches={[['jobs'], ['schedules']]}
      onSubmit={(body) =>
        read(
          api.PUT('/api/v1/platform/schedules/{job}', {
            params: { path: { job: schedule.job ?? '' }, header: ifMatch(schedule) },
            body,
          }),
        )
      }
    >
      <TextInput
        label="Cron"
        description={t.cron}
        required
        data-autofocus
        {...form.getInputProps('cron')}
        styles={{ input: { fontFamily: 'monospace' } }}
      />
      <Select
        label={t.zone}
        searchable
        allowDeselect={false}
        data={zones(form.values.zone)}
        {...form.getInputProps('zone')}
      />
      <Checkbox label={t.enabled} {...form.getInputProps('enabled', { type: 'checkbox' })} />
    </FormModal>
  );
}
