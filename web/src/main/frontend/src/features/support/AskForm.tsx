import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { api, idempotencyKey, read, type Schemas, type Shown } from '@/kernel/api';
import { choices } from '@/kernel/forms';
import { useTexts } from '@/kernel/texts';
import { FormModal } from '@/parts/FormModal';
import { texts } from './texts';

type Props = { onClose: () => void; then: (ticket: Shown<'SupportTicketView'>) => void };

export function AskForm({ onClose, then }: Props) {
  const t = useTexts(texts);
  const [key] = useState(idempotencyKey);
  const form = useForm({
    initialValues: { title: '', category: 'QUESTION' as Schemas['SupportCategory'], message: '' },
  });
  return (
    <FormModal
      title={t.ask}
      act={t.ask}
      form={form}
      onClose={onClose}
      then={then}
      done={t.asked}
      touches={[['support-tickets']]}
      size="lg"
      onSubmit={(body) =>
        read(api.POST('/api/v1/support-tickets', { params: { header: { 'Idempotency-Key': key } }, body }))
      }
    >
      <TextInput label={t.title} required maxLength={255} data-autofocus {...form.getInputProps('title')} />
      <Select
        label={t.category}
        allowDeselect={false}
        data={choices(t.categories)}
        {...form.getInputProps('category')}
      />
      <Textarea
        label={t.message}
        description={t.messageHint}
        required
        maxLength={5000}
        autosize
        minRows={5}
        {...form.getInputProps('message')}
      />
    </FormModal>
  );
}
