import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { api, idempotencyKey, read, type Shown } from '@/kernel/api';
import { useTexts } from '@/kernel/texts';
import { FormModal } from '@/parts/FormModal';
import { useJobWords } from './jobTexts';
import { ParameterField } from './ParameterField';
import { texts } from './texts';

/** A form made of what the job says it takes. */
export function LaunchForm({
  job,
  preset = {},
  onClose,
  then,
}: {
  job: Shown<'JobView'>;
  preset?: Record<string, string>;
  onClose: () => void;
  then: (execution: number) => void;
}) {
  const t = useTexts(texts);
  const words = useJobWords();
  const [key] = useState(idempotencyKey);
  const parameters = job.parameters ?? [];
  const form = useForm<Record<string, string>>({
    initialValues: Object.fromEntries(
      parameters.map((each) => [each.name ?? '', preset[each.name ?? ''] ?? each.defaultValue ?? '']),
    ),
  });
  return (
    <FormModal
      title={t.launchTitle(words.name(job.name))}
      act={t.launch}
      form={form}
      onClose={onClose}
      done={t.launched}
      touches={[['jobs'], ['executions']]}
      then={(execution: Shown<'ExecutionView'>) => then(execution.id)}
      onSubmit={(values) =>
        read(
          api.POST('/api/v1/platform/jobs/{job}/executions', {
            params: { path: { job: job.name ?? '' }, header: { 'Idempotency-Key': key } },
            body: {
              parameters: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')),
            },
          }),
        )
      }
    >
      {parameters.length === 0 && <Text fz="sm">{t.noParameters}</Text>}
      {parameters.map((parameter) => (
        <ParameterField
          key={parameter.name}
          parameter={parameter}
          input={form.getInputProps(parameter.name ?? '')}
        />
      ))}
    </FormModal>
  );
}
