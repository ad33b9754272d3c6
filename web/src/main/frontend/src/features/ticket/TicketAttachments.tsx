import { ActionIcon, Anchor, Button, FileButton, Group, Paper, Stack, Text } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type DragEvent } from 'react';
import { TAKEN, typeOf, upload, type Document } from '@/features/document/documents';
import { Preview } from '@/features/document/Preview';
import { UploadLine } from '@/features/document/UploadLine';
import { useUploads } from '@/features/document/useUploads';
import { api, read } from '@/kernel/api';
import { bytes } from '@/kernel/format';
import { useAct } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { Asked } from '@/parts/Confirm';
import { Failure, RowsLoading } from '@/parts/States';
import { Dialog } from '@/parts/Dialog';
import { texts } from './texts';
import type { Ticket } from './tickets';

/** What was handed in with a ticket: looked at in place, attached by choosing or dropping, taken off by who manages it. */
export function TicketAttachments({ ticket, manages }: { ticket: Ticket; manages: boolean }) {
  const t = useTexts(texts);
  const [shown, show] = useState<Document | null>(null);
  const path = { ticket: ticket.id };
  const found = useQuery({
    queryKey: ['ticket-attachments', ticket.id],
    queryFn: () => read(api.GET('/api/v1/tickets/{ticket}/attachments', { params: { path } })),
  });
  const attaching = useAttaching(ticket);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    attaching.add([...event.dataTransfer.files]);
  };
  return (
    <Stack
      component="section"
      gap="xs"
      mb="lg"
      aria-label={t.files}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <Group justify="space-between">
        <Text component="h2" fw={600}>
          {t.files}
        </Text>
        <FileButton
          multiple
          accept={TAKEN}
          inputProps={{ 'aria-label': t.attach, multiple: true }}
          onChange={attaching.add}
        >
          {(button) => (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPaperclip size={14} aria-hidden />}
              {...button}
            >
              {t.attach}
            </Button>
          )}
        </FileButton>
      </Group>
      {found.isPending && <RowsLoading rows={1} />}
      {found.isError && <Failure failure={found.error} retry={() => void found.refetch()} />}
      {found.data?.items.length === 0 && attaching.under.length === 0 && (
        <Text c="dimmed" fz="sm">
          {t.noFiles}
        </Text>
      )}
      <Group gap="xs">
        {found.data?.items.map((document) => (
          <Attachment
            key={document.id}
            ticket={ticket.id}
            document={document}
            manages={manages}
            onShow={() => show(document)}
          />
        ))}
      </Group>
      {attaching.under.map((file, index) => (
        <UploadLine
          key={`${file.name}-${index}`}
          file={file}
          state={attaching.states.get(file)}
          onRemove={() => attaching.leave(file)}
        />
      ))}
      {attaching.refused && (
        <Text c="red" fz="sm" role="alert">
          {attaching.refused}
        </Text>
      )}
      {shown && (
        <Dialog onClose={() => show(null)} title={shown.fileName} size="xl">
          <Preview document={shown} />
        </Dialog>
      )}
    </Stack>
  );
}

/** Each file becomes a document of the ticket's place, so that whoever sees the ticket's unit sees it. */
function useAttaching(ticket: Ticket) {
  const t = useTexts(texts);
  const [under, setUnder] = useState<File[]>([]);
  const [refused, setRefused] = useState('');
  const { states, sendAll } = useUploads(async (file, progress) => {
    const document = await upload(
      file,
      {
        category: 'OTHER',
        visibility: ticket.unitId ? 'RESIDENTS' : 'ADMINS',
        buildingId: ticket.buildingId ?? '',
        unitId: ticket.unitId ?? '',
      },
      progress,
    );
    await read(
      api.POST('/api/v1/tickets/{ticket}/attachments', {
        params: { path: { ticket: ticket.id } },
        body: { documentId: document.id },
      }),
    );
    setUnder((present) => present.filter((each) => each !== file));
  });
  const attach = useAct({
    act: sendAll,
    touches: [['ticket-attachments', ticket.id], ['documents']],
    done: t.attached,
    handled: () => true,
  });
  const add = (files: File[]): void => {
    const strange = files.find((file) => !typeOf(file));
    setRefused(strange ? t.unknownFile(strange.name) : '');
    const taken = files.filter(typeOf);
    setUnder((present) => [...present, ...taken]);
    if (taken.length > 0) attach.mutate(taken);
  };
  const leave = (file: File): void => setUnder((present) => present.filter((each) => each !== file));
  return { under, states, refused, add, leave };
}

type AttachmentProps = { ticket: string; document: Document; manages: boolean; onShow: () => void };

function Attachment({ ticket, document, manages, onShow }: AttachmentProps) {
  const t = useTexts(texts);
  const [asking, ask] = useState(false);
  const detach = useAct({
    act: () =>
      api.DELETE('/api/v1/tickets/{ticket}/attachments/{document}', {
        params: { path: { ticket, document: document.id } },
      }),
    touches: [['ticket-attachments', ticket]],
  });
  const name = document.fileName ?? '';
  return (
    <Paper withBorder px="sm" py={6}>
      <Group gap="xs" wrap="nowrap">
        <IconPaperclip size={14} aria-hidden />
        <Anchor component="button" type="button" fz="sm" fw={550} onClick={onShow}>
          {name}
        </Anchor>
        <Text fz="xs" c="dimmed">
          {bytes(document.size)}
        </Text>
        {manages && (
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={t.detach(name)}
            loading={detach.isPending}
            onClick={() => ask(true)}
          >
            <IconX size={14} />
          </ActionIcon>
        )}
      </Group>
      {asking && (
        <Asked
          act={t.detachTitle}
          question={t.detachQuestion}
          color="orange"
          onConfirm={() => detach.mutate()}
          onClose={() => ask(false)}
        />
      )}
    </Paper>
  );
}
