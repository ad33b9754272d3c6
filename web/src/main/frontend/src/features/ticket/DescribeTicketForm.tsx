import { Group, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, ifMatch, read } from '@/kernel/api';
import { choices } from '@/kernel/forms';
import { useTexts } from '@/kernel/texts';
import { FormModal } from '@/parts/FormModal';
import { texts } from './texts';
import type { Ticket } from './tickets';

export function DescribeTicketForm({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const t = useTexts(texts);
  const form = useForm({
    initialValues: {
      title: ticket.title ?? '',
      description: ticket.description ?? '',
      category: ticket.category ?? 'OTHER',
      priority: ticket.priority ?? 'MEDIUM',
    },
  });
  return (
    <FormModal
      title={t.edit}
      act={t.save}
      form={form}
      onClose={onClose}
      done={t.saved}
      touches={[['tickets'], ['ticket', ticket.id], ['ticket-history', ticket.id]]}
      size="lg"
      onSubmit={(body) =>
        read(
          api.PATCH('/api/v1/tickets/{ticket}', {
            params: { path: { ticket: ticket.id }, header: ifMatch(ticket) },
            body,
          }),
        )
      }
    >
      <TextInput label={t.title} required maxLength={255} data-autofocus {...form.getInputProps('title')} />
      <Group grow>
        <Select
          label={t.category}
          allowDeselect={false}
          data={choices(t.categories)}
          {...form.getInputProps('category')}
        />
        <Select
          label={t.priority}
          allowDeselect={false}
          data={choices(t.priorities)}
          {...form.getInputProps('priority')}
        />
      </Group>
      <Textarea
        label={t.description}
        required
        maxLength={5000}
        autosize
        minRows={4}
        {...form.getInputProps('description')}
      />
    </FormModal>
  );
}
