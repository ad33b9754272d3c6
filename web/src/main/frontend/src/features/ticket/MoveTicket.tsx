import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { api, idempotencyKey, read } from '@/kernel/api';
import { useTexts } from '@/kernel/texts';
import { FormModal } from '@/parts/FormModal';
import { texts } from './texts';
import type { Status, Ticket } from './tickets';

type Props = { ticket: Ticket; to: Status; first: boolean };

/** One way on from where the ticket stands, with the reason if there is one to tell. */
export function MoveTicket({ ticket, to, first }: Props) {
  const t = useTexts(texts);
  const [key] = useState(idempotencyKey);
  const [opened, { open, close }] = useDisclosure();
  const form = useForm({ initialValues: { reason: '' } });
  return (
    <>
      <Button variant={first ? 'filled' : 'default'} onClick={open}>
        {t.moves[to]}
      </Button>
      {opened && (
        <FormModal
          title={t.moves[to]}
          act={t.moves[to]}
          form={form}
          onClose={close}
          done={t.moved}
          touches={[['tickets'], ['ticket', ticket.id], ['ticket-history', ticket.id]]}
          onSubmit={({ reason }) =>
            read(
              api.POST('/api/v1/tickets/{ticket}/transition', {
                params: { path: { ticket: ticket.id }, header: { 'Idempotency-Key': key } },
                body: { to, reason: reason.trim() || null },
              }),
            )
          }
        >
          <Textarea
            label={t.reason}
            description={t.reasonHint}
            maxLength={1000}
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps('reason')}
          />
        </FormModal>
      )}
    </>
  );
}
