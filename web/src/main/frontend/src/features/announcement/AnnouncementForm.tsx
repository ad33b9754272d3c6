import { Checkbox, Paper, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { api, idempotencyKey, ifMatch, read } from '@/kernel/api';
import { useTexts } from '@/kernel/texts';
import { FormModal } from '@/parts/FormModal';
import { TargetPicker } from './TargetPicker';
import { texts } from './texts';
import type { Announcement, Target } from './useTargetName';

type Props = { announcement?: Announcement; onClose: () => void; then?: (saved: Announcement) => void };

/** Drafts an announcement, or writes a draft anew, with how it will be read beside it. */
export function AnnouncementForm({ announcement, onClose, then }: Props) {
  const t = useTexts(texts);
  const [key] = useState(idempotencyKey);
  const form = useForm({
    initialValues: {
      title: announcement?.title ?? '',
      body: announcement?.body ?? '',
      byEmail: announcement?.byEmail ?? true,
      targets: (announcement?.targets ?? []) as Target[],
    },
    validate: { targets: (targets) => (targets.length === 0 ? t.noTargets : null) },
  });
  const { title, body } = form.values;
  return (
    <FormModal
      title={announcement ? t.edit : t.compose}
      act={t.saveDraft}
      form={form}
      onClose={onClose}
      then={then}
      done={t.saved}
      touches={[['announcements'], ['announcement', announcement?.id]]}
      size="xl"
      onSubmit={(values) =>
        announcement
          ? read(
              api.PATCH('/api/v1/announcements/{announcement}', {
                params: { path: { announcement: announcement.id }, header: ifMatch(announcement) },
                body: values,
              }),
            )
          : read(
              api.POST('/api/v1/announcements', {
                params: { header: { 'Idempotency-Key': key } },
                body: values,
              }),
            )
      }
    >
      <TextInput label={t.title} required maxLength={255} data-autofocus {...form.getInputProps('title')} />
      <TargetPicker
        targets={form.values.targets}
        onChange={(targets) => form.setFieldValue('targets', targets)}
        error={form.errors.targets}
      />
      <Textarea
        label={t.body}
        required
        maxLength={10_000}
        autosize
        minRows={6}
        maxRows={16}
        {...form.getInputProps('body')}
      />
      <Checkbox label={t.byEmail} {...form.getInputProps('byEmail', { type: 'checkbox' })} />
      <Paper withBorder p="md" component="section" aria-label={t.preview}>
        <Text fz="xs" c="dimmed" mb="xs">
          {title || body ? t.preview : t.noPreview}
        </Text>
        <Text fw={600}>{title}</Text>
        <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{body}</Text>
      </Paper>
    </FormModal>
  );
}
