import { Anchor, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHelp, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { api, read, type Schemas, type Shown } from '@/kernel/api';
import { useFilters } from '@/kernel/filters';
import { choices } from '@/kernel/forms';
import { ago } from '@/kernel/format';
import { useList } from '@/kernel/queries';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { DataTable, pages, type Column } from '@/parts/DataTable';
import { FilterBar } from '@/parts/FilterBar';
import { PageHeader } from '@/parts/PageHeader';
import { EmptyState } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { AskForm } from './AskForm';
import { texts } from './texts';

/** What the company asked the platform. */
export function Component() {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const [asking, ask] = useDisclosure();
  const filters = useFilters('status', 'category');
  const { settled, any } = filters;
  const list = useList(['support-tickets', settled], (cursor) =>
    read(
      api.GET('/api/v1/support-tickets', {
        params: {
          query: {
            cursor,
            sort: '-updatedAt',
            status: (settled.status || undefined) as Schemas['SupportStatus'] | undefined,
            category: (settled.category || undefined) as Schemas['SupportCategory'] | undefined,
          },
        },
      }),
    ),
  );
  const columns: Column<Shown<'SupportTicketView'>>[] = [
    {
      name: t.title,
      show: (ticket) => (
        <Anchor component={Link} to={`/support/${ticket.id}`} fw={550}>
          {ticket.title}
        </Anchor>
      ),
    },
    { name: t.category, wide: true, show: (ticket) => t.categories[ticket.category ?? 'OTHER'] },
    {
      name: t.status,
      show: (ticket) => (
        <StatusBadge status={ticket.status ?? ''} word={t.statuses[ticket.status ?? 'OPEN']} />
      ),
    },
    { name: t.openedBy, wide: true, show: (ticket) => ticket.openedByName },
    { name: t.changed, wide: true, width: 140, show: (ticket) => ago(ticket.updatedAt) },
  ];
  const act = may(useProfile(), 'SUPPORT_WRITE') && (
    <Button leftSection={<IconPlus size={16} />} onClick={ask.open}>
      {t.ask}
    </Button>
  );
  return (
    <>
      <PageHeader title={t.support} hint={t.hint} actions={act} />
      <FilterBar
        filters={filters}
        fields={[
          { name: 'status', label: t.status, choices: choices(t.statuses) },
          { name: 'category', label: t.category, choices: choices(t.categories) },
        ]}
      />
      <DataTable
        label={t.support}
        columns={columns}
        rows={list.items}
        id={(ticket) => ticket.id}
        loading={list.isPending}
        failure={list.error}
        retry={() => void list.refetch()}
        more={pages(list)}
        empty={
          <EmptyState
            icon={<IconHelp />}
            title={any ? t.none : t.noneYet}
            hint={any ? undefined : t.noneYetHint}
            action={any ? undefined : act}
          />
        }
      />
      {asking && <AskForm onClose={ask.close} then={({ id }) => void navigate(`/support/${id}`)} />}
    </>
  );
}
