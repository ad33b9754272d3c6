import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, idempotencyKey, ifMatch, read } from '@/kernel/api';
import { useAct } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { Confirm } from '@/parts/Confirm';
import { FormModal } from '@/parts/FormModal';
import { AnnouncementForm } from './AnnouncementForm';
import { texts } from './texts';
import type { Announcement } from './useTargetName';

/** What can be done with it where it stands. */
export function AnnouncementActs({ announcement }: { announcement: Announcement }) {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const [editing, edit] = useDisclosure();
  const [scheduling, schedule] = useDisclosure();
  const [key] = useState(idempotencyKey);
  const params = { path: { announcement: announcement.id } };
  const touches = [['announcements'], ['announcement', announcement.id]];
  const send = useAct({
    act: () =>
      api.POST('/api/v1/announcements/{announcement}/send', {
        params: { ...params, header: { 'Idempotency-Key': key } },
      }),
    touches,
    done: t.sent,
  });
  const takeBack = useAct({
    act: () => api.POST('/api/v1/announcements/{announcement}/take-back', { params }),
    touches,
    done: t.takenBack,
  });
  const remove = useAct({
    act: () =>
      api.DELETE('/api/v1/announcements/{announcement}', {
        params: { ...params, header: ifMatch(announcement) },
      }),
    touches: [['announcements']],
    done: t.deleted,
    then: () => void navigate('/announcements'),
  });
  const draft = announcement.status === 'DRAFT';
  return (
    <>
      {draft && (
        <>
          <Confirm act={t.delete} question={t.deleteQuestion} onConfirm={() => remove.mutate()} />
          <Button variant="default" onClick={edit.open}>
            {t.edit}
          </Button>
          <Button variant="default" onClick={schedule.open}>
            {t.schedule}
          </Button>
        </>
      )}
      {announcement.status === 'SCHEDULED' && (
        <Button variant="default" loading={takeBack.isPending} onClick={() => takeBack.mutate()}>
          {t.takeBack}
        </Button>
      )}
      {announcement.status !== 'SENT' && (
        <Confirm
          act={t.send}
          question={t.sendQuestion}
          color="orange"
          variant="filled"
          loading={send.isPending}
          onConfirm={() => send.mutate()}
        />
      )}
      {editing && <AnnouncementForm announcement={announcement} onClose={edit.close} />}
      {scheduling && <ScheduleForm announcement={announcement} onClose={schedule.close} />}
    </>
  );
}

function ScheduleForm({ announcement, onClose }: { announcement: Announcement; onClose: () => void }) {
  const t = useTexts(texts);
  const [key] = useState(idempotencyKey);
  const form = useForm({ initialValues: { sendAt: '' } });
  return (
    <FormModal
      title={t.schedule}
      act={t.schedule}
      form={form}
      onClose={onClose}
      done={t.scheduled}
      touches={[['announcements'], ['announcement', announcement.id]]}
      onSubmit={({ sendAt }) =>
        read(
          api.POST('/api/v1/announcements/{announcement}/schedule', {
            params: { path: { announcement: announcement.id }, header: { 'Idempotency-Key': key } },
            body: { sendAt: new Date(sendAt).toISOString() },
          }),
        )
      }
    >
      <TextInput
        type="datetime-local"
        label={t.sendAt}
        required
        data-autofocus
        {...form.getInputProps('sendAt')}
      />
    </FormModal>
  );
}
