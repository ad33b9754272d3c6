import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api, read, type Shown } from '@/kernel/api';
import { useTexts } from '@/kernel/texts';
import { FormModal } from '@/parts/FormModal';
import type { Execution } from './ExecutionsTable';
import { ParameterField } from './ParameterField';
import { texts } from './texts';

/** Asks for what may differ this time, if anything may. */
export function RestartForm({ execution, onClose }: { execution: Execution; onClose: () => void }) {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const job = execution.job ?? '';
  const parameters = useQuery({
    queryKey: ['jobs', job],
    queryFn: () => read(api.GET('/api/v1/platform/jobs/{job}', { params: { path: { job } } })),
    select: (found) => (found.parameters ?? []).filter((each) => each.changeable),
  });
  const form = useForm<Record<string, string>>({ initialValues: { ...execution.parameters } });
  const changeable = parameters.data ?? [];
  return (
    <FormModal
      title={t.restartTitle(execution.id)}
      act={t.restart}
      form={form}
      onClose={onClose}
      done={t.restarted}
      touches={[['execution', execution.id], ['executions'], ['jobs']]}
      then={(again: Shown<'ExecutionView'>) => void navigate(`/platform/executions/${again.id}`)}
      onSubmit={(values) =>
        read(
          api.POST('/api/v1/platform/executions/{execution}/restart', {
            params: { path: { execution: String(execution.id) } },
            body: {
              parameters: Object.fromEntries(
                changeable.map(({ name }) => [name ?? '', values[name ?? ''] ?? '']),
              ),
            },
          }),
        )
      }
    >
      <Text fz="sm">{changeable.length > 0 ? t.changeable : t.restartQuestion}</Text>
      {changeable.map((parameter) => (
        <ParameterField
          key={parameter.name}
          parameter={parameter}
          input={form.getInputProps(parameter.name ?? '')}
        />
      ))}
    </FormModal>
  );
}
