import { Anchor, Button, Group, Progress, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { api, read } from '@/kernel/api';
import { download } from '@/kernel/files';
import { bytes, instant } from '@/kernel/format';
import { useAct, useList } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { DataTable, pages } from '@/parts/DataTable';
import { FormModal } from '@/parts/FormModal';
import { DropZone } from './DropZone';
import { revise, type Document } from './documents';
import { texts } from './texts';

/** What the document was before, and what it becomes. */
export function Revisions({ document, writes }: { document: Document; writes: boolean }) {
  const t = useTexts(texts);
  const [replacing, replace] = useDisclosure();
  const list = useList(['document-revisions', document.id], (cursor) =>
    read(
      api.GET('/api/v1/documents/{document}/revisions', {
        params: { path: { document: document.id }, query: { cursor, sort: '-createdAt' } },
      }),
    ),
  );
  const save = useAct({
    act: (revision: string) => download(`/api/v1/documents/${document.id}/revisions/${revision}/content`),
  });
  return (
    <section aria-label={t.revisions}>
      <Group justify="space-between" mb="xs">
        <Text component="h2" fw={600}>
          {t.revisions}
        </Text>
        {writes && (
          <Button size="xs" variant="default" onClick={replace.open}>
            {t.replace}
          </Button>
        )}
      </Group>
      <DataTable
        label={t.revisions}
        columns={[
          {
            name: '#',
            show: (revision) => (
              <Anchor component="button" type="button" fz="sm" onClick={() => save.mutate(revision.id)}>
                {t.revision(revision.number)}
              </Anchor>
            ),
          },
          { name: t.size, figures: true, show: (revision) => bytes(revision.size) },
          { name: t.uploaded, show: (revision) => instant(revision.createdAt) },
        ]}
        rows={list.items}
        id={(revision) => revision.id}
        loading={list.isPending}
        failure={list.error}
        more={pages(list)}
        empty={null}
      />
      {replacing && <ReviseForm document={document} onClose={replace.close} />}
    </section>
  );
}

function ReviseForm({ document, onClose }: { document: Document; onClose: () => void }) {
  const t = useTexts(texts);
  const [share, setShare] = useState(0);
  const form = useForm<{ file: File | null }>({
    initialValues: { file: null },
    validate: { file: (file) => (file ? null : t.noFiles) },
  });
  return (
    <FormModal
      title={t.replace}
      act={t.upload}
      form={form}
      onClose={onClose}
      done={t.uploadedAll}
      touches={[['documents'], ['document', document.id], ['document-revisions', document.id]]}
      onSubmit={async ({ file }) => file && revise(document, file, setShare)}
    >
      <Text fz="sm">{t.replaceHint}</Text>
      <DropZone multiple={false} onFiles={([file]) => form.setFieldValue('file', file ?? null)} />
      {form.errors.file && (
        <Text c="red" fz="sm" role="alert">
          {form.errors.file}
        </Text>
      )}
      {form.values.file && (
        <>
          <Text fz="sm">{form.values.file.name}</Text>
          <Progress aria-label={t.progress(form.values.file.name)} value={share * 100} size="sm" />
        </>
      )}
    </FormModal>
  );
}
