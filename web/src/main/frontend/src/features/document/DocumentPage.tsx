import { Anchor, Button, Grid, Group, Paper } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import { useBuildings } from '@/features/building/useBuildings';
import { api, ifMatch, read } from '@/kernel/api';
import { download } from '@/kernel/files';
import { bytes, instant } from '@/kernel/format';
import { useAct } from '@/kernel/queries';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { Confirm } from '@/parts/Confirm';
import { FactList } from '@/parts/FactList';
import { PageHeader } from '@/parts/PageHeader';
import { Failure, RowsLoading } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { DescribeDocumentForm } from './DescribeDocumentForm';
import type { Document } from './documents';
import { Preview } from './Preview';
import { Revisions } from './Revisions';
import { texts } from './texts';

export function Component() {
  const t = useTexts(texts);
  const { document = '' } = useParams();
  const writes = may(useProfile(), 'DOCUMENT_WRITE');
  const found = useQuery({
    queryKey: ['document', document],
    queryFn: () => read(api.GET('/api/v1/documents/{document}', { params: { path: { document } } })),
  });
  const save = useAct({ act: () => download(`/api/v1/documents/${document}/content`) });
  if (found.isPending) return <RowsLoading />;
  if (found.isError) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  const { data } = found;
  return (
    <>
      <PageHeader
        title={data.fileName ?? ''}
        path={[['/documents', t.documents]]}
        actions={
          <>
            {writes && <Acts document={data} />}
            <Button onClick={() => save.mutate()} loading={save.isPending}>
              {t.download}
            </Button>
          </>
        }
      />
      <Group mb="md" gap="xs">
        <StatusBadge status="CATEGORY" word={t.categories[data.category ?? 'OTHER']} />
        {data.archivedAt && <StatusBadge status="ARCHIVED" word={t.archived} />}
      </Group>
      <Grid>
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Preview document={data} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Facts document={data} />
          <Revisions document={data} writes={writes && !data.archivedAt} />
        </Grid.Col>
      </Grid>
    </>
  );
}

function Facts({ document }: { document: Document }) {
  const t = useTexts(texts);
  const buildings = useBuildings();
  const place = document.buildingId ? buildings.nameOf(document.buildingId) : t.everywhere;
  return (
    <Paper withBorder p="md" mb="md">
      <FactList
        facts={[
          [
            t.place,
            document.unitId ? (
              <Anchor component={Link} to={`/units/${document.unitId}`}>
                {place}
              </Anchor>
            ) : (
              place
            ),
          ],
          [t.visibility, t.visibilities[document.visibility ?? 'ADMINS']],
          [t.size, bytes(document.size)],
          [t.uploaded, instant(document.createdAt)],
          [t.checksum, document.sha256],
        ]}
      />
    </Paper>
  );
}

function Acts({ document }: { document: Document }) {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const [editing, edit] = useDisclosure();
  const path = { document: document.id };
  const touches = [['documents'], ['document', document.id]];
  const archive = useAct({
    act: () => api.POST('/api/v1/documents/{document}/archive', { params: { path } }),
    touches,
  });
  const restore = useAct({
    act: () => api.POST('/api/v1/documents/{document}/restore', { params: { path } }),
    touches,
  });
  const remove = useAct({
    act: () => api.DELETE('/api/v1/documents/{document}', { params: { path, header: ifMatch(document) } }),
    touches: [['documents']],
    done: t.deleted,
    then: () => void navigate('/documents'),
  });
  return (
    <>
      <Confirm act={t.delete} question={t.deleteQuestion} onConfirm={() => remove.mutate()} />
      {document.archivedAt ? (
        <Button variant="default" loading={restore.isPending} onClick={() => restore.mutate()}>
          {t.restore}
        </Button>
      ) : (
        <>
          <Confirm
            act={t.archive}
            question={t.archiveQuestion}
            color="orange"
            onConfirm={() => archive.mutate()}
          />
          <Button variant="default" onClick={edit.open}>
            {t.edit}
          </Button>
        </>
      )}
      {editing && <DescribeDocumentForm document={document} onClose={edit.close} />}
    </>
  );
}
