import { Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { QueryKey } from '@tanstack/react-query';
import { catalogue, useTexts } from '@/kernel/texts';
import { FormModal } from './FormModal';

const texts = catalogue({ en: { reason: 'Reason' }, es: { reason: 'Motivo' } });

type Props<O> = {
  act: string;
  hint: string;
  done: string;
  touches: QueryKey[];
  onSubmit: (reason: string) => Promise<O>;
  onClose: () => void;
};

/** For what is taken back: it stays visible, with why. */
export function ReasonForm<O>({ act, hint, done, touches, onSubmit, onClose }: Props<O>) {
  const t = useTexts(texts);
  const form = useForm({ initialValues: { reason: '' } });
  return (
    <FormModal
      title={act}
      act={act}
      form={form}
      done={done}
      touches={touches}
      onClose={onClose}
      onSubmit={({ reason }) => onSubmit(reason)}
    >
      <Text fz="sm">{hint}</Text>
      <Textarea
        label={t.reason}
        required
        maxLength={300}
        autosize
        minRows={2}
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </FormModal>
  );
}
