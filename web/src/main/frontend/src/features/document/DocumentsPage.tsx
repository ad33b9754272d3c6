import { Anchor, Button, SegmentedControl } from '@mantine/core';
import { IconFiles, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useBuildings } from '@/features/building/useBuildings';
import { api, read } from '@/kernel/api';
import { useFilters } from '@/kernel/filters';
import { choices } from '@/kernel/forms';
import { bytes, instant } from '@/kernel/format';
import { useList } from '@/kernel/queries';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { DataTable, pages, type Column } from '@/parts/DataTable';
import { FilterBar } from '@/parts/FilterBar';
import { PageHeader } from '@/parts/PageHeader';
import { EmptyState } from '@/parts/States';
import type { Category, Document, Visibility } from './documents';
import { texts } from './texts';
import { UploadForm } from './UploadForm';

/** Takes files dropped anywhere on it. */
export function Component() {
  const t = useTexts(texts);
  const profile = useProfile();
  const uploads = may(profile, 'DOCUMENT_UPLOAD');
  const writes = may(profile, 'DOCUMENT_WRITE');
  const buildings = useBuildings();
  const [files, setFiles] = useState<File[] | null>(null);
  const filters = useFilters('q', 'category', 'visibility', 'building', 'archived');
  const { values, settled, set, any } = filters;
  const list = useList(['documents', settled], (cursor) =>
    read(
      api.GET('/api/v1/documents', {
        params: {
          query: {
            cursor,
            sort: '-createdAt',
            q: settled.q || undefined,
            category: (settled.category || undefined) as Category | undefined,
            visibility: (settled.visibility || undefined) as Visibility | undefined,
            building: settled.building || undefined,
            archived: settled.archived === 'true',
          },
        },
      }),
    ),
  );
  const columns: Column<Document>[] = [
    {
      name: t.name,
      show: (document) => (
        <Anchor component={Link} to={`/documents/${document.id}`} fw={550}>
          {document.fileName}
        </Anchor>
      ),
    },
    { name: t.category, show: (document) => t.categories[document.category ?? 'OTHER'] },
    {
      name: t.place,
      wide: true,
      short: true,
      show: (document) => (document.buildingId ? buildings.nameOf(document.buildingId) : t.everywhere),
    },
    ...(writes
      ? [
          {
            name: t.visibility,
            wide: true,
            show: (document: Document) => t.visibilities[document.visibility ?? 'ADMINS'],
          },
        ]
      : []),
    { name: t.size, figures: true, show: (document) => bytes(document.size) },
    { name: t.uploaded, wide: true, short: true, show: (document) => instant(document.createdAt) },
  ];
  const add = uploads && (
    <Button leftSection={<IconUpload size={16} />} onClick={() => setFiles([])}>
      {t.upload}
    </Button>
  );
  return (
    <div
      onDragOver={(event) => uploads && event.preventDefault()}
      onDrop={(event) => {
        if (!uploads || files !== null || event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        setFiles([...event.dataTransfer.files]);
      }}
    >
      <PageHeader title={t.documents} actions={add} />
      <FilterBar
        filters={filters}
        search={t.search}
        fields={[
          { name: 'category', label: t.category, choices: choices(t.categories) },
          ...(writes
            ? [{ name: 'visibility', label: t.visibility, choices: choices(t.visibilities) } as const]
            : []),
          ...(buildings.choices.length > 1
            ? [{ name: 'building', label: t.building, choices: buildings.choices, searchable: true } as const]
            : []),
        ]}
      >
        {writes && (
          <SegmentedControl
            aria-label={t.state}
            value={values.archived || 'false'}
            onChange={(value) => set('archived', value === 'true' ? value : '')}
            data={[
              { value: 'false', label: t.current },
              { value: 'true', label: t.archived },
            ]}
          />
        )}
      </FilterBar>
      <DataTable
        label={t.documents}
        columns={columns}
        rows={list.items}
        id={(document) => document.id}
        loading={list.isPending}
        failure={list.error}
        retry={() => void list.refetch()}
        more={pages(list)}
        empty={
          <EmptyState
            icon={<IconFiles />}
            title={any ? t.none : t.noneYet}
            hint={any ? undefined : writes ? t.noneYetHint : t.noneToSee}
            action={any ? undefined : add}
          />
        }
      />
      {files !== null && <UploadForm files={files} onClose={() => setFiles(null)} />}
    </div>
  );
}
