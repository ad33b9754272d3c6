import { Anchor, Button, SegmentedControl } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconUsers } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { api, read, type Shown } from '@/kernel/api';
import { useFilters } from '@/kernel/filters';
import { useList } from '@/kernel/queries';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { DataTable, pages, type Column } from '@/parts/DataTable';
import { FilterBar } from '@/parts/FilterBar';
import { PageHeader } from '@/parts/PageHeader';
import { EmptyState } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { PersonForm } from './PersonForm';
import { texts } from './texts';

type Person = Shown<'PersonView'>;

export function Component() {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const [opened, { open, close }] = useDisclosure();
  const filters = useFilters('q', 'archived');
  const { values, settled, set, any } = filters;
  const list = useList(['people', settled], (cursor) =>
    read(
      api.GET('/api/v1/people', {
        params: { query: { cursor, q: settled.q || undefined, archived: settled.archived === 'true' } },
      }),
    ),
  );
  const columns: Column<Person>[] = [
    {
      name: t.name,
      show: (person) => (
        <Anchor component={Link} to={`/people/${person.id}`} fw={550}>
          {person.name}
        </Anchor>
      ),
    },
    { name: t.email, show: (person) => person.email },
    { name: t.phone, show: (person) => person.phone, wide: true },
    {
      name: '',
      width: 150,
      show: (person) => person.userId && <StatusBadge status="ACTIVE" word={t.account} />,
    },
  ];
  const add = may(useProfile(), 'OCCUPANT_WRITE') && (
    <Button leftSection={<IconPlus size={16} />} onClick={open}>
      {t.add}
    </Button>
  );
  return (
    <>
      <PageHeader title={t.people} actions={add} />
      <FilterBar filters={filters} search={t.search}>
        <SegmentedControl
          aria-label={t.state}
          value={values.archived || 'false'}
          onChange={(value) => set('archived', value === 'true' ? value : '')}
          data={[
            { value: 'false', label: t.current },
            { value: 'true', label: t.archived },
          ]}
        />
      </FilterBar>
      <DataTable
        label={t.people}
        columns={columns}
        rows={list.items}
        id={(person) => person.id}
        loading={list.isPending}
        failure={list.error}
        retry={() => void list.refetch()}
        more={pages(list)}
        empty={
          <EmptyState
            icon={<IconUsers />}
            title={any ? t.none : t.noneYet}
            hint={any ? undefined : t.noneYetHint}
            action={any ? undefined : add}
          />
        }
      />
      {opened && <PersonForm onClose={close} then={(person) => void navigate(`/people/${person.id}`)} />}
    </>
  );
}
