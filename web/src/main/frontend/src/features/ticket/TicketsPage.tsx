import { Button, Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { useBuildings } from '@/features/building/useBuildings';
import { useFilters } from '@/kernel/filters';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { PageHeader } from '@/parts/PageHeader';
import { OpenTicketForm } from './OpenTicketForm';
import { TicketBoard } from './TicketBoard';
import { TicketList } from './TicketList';
import { texts } from './texts';
import { choices } from './tickets';

/** For staff what is to be done, for residents what they asked for. */
export function Component() {
  const t = useTexts(texts);
  const profile = useProfile();
  const navigate = useNavigate();
  const buildings = useBuildings();
  const [opening, open] = useDisclosure();
  const filters = useFilters('status', 'priority', 'category', 'buildingId', 'assigned', 'q', 'view');
  const { values, settled, set } = filters;
  const { view, ...wanted } = settled;
  const manages = may(profile, 'TICKET_MANAGE');
  const board = view === 'board';
  const add = may(profile, 'TICKET_WRITE') && (
    <Button leftSection={<IconPlus size={16} />} onClick={open.open}>
      {t.open}
    </Button>
  );
  const choose = (name: 'status' | 'priority' | 'category' | 'buildingId' | 'assigned', label: string) => ({
    'aria-label': label,
    placeholder: label,
    clearable: true,
    w: 160,
    value: values[name] || null,
    onChange: (value: string | null) => set(name, value),
  });
  return (
    <>
      <PageHeader title={t.tickets} hint={manages ? undefined : t.own} actions={add} />
      <Group mb="sm" gap="sm">
        <TextInput
          placeholder={t.search}
          aria-label={t.search}
          leftSection={<IconSearch size={16} />}
          value={values.q}
          onChange={(event) => set('q', event.currentTarget.value)}
          w={260}
        />
        {!board && <Select {...choose('status', t.status)} data={choices(t.statuses)} />}
        <Select {...choose('priority', t.priority)} data={choices(t.priorities)} />
        <Select {...choose('category', t.category)} data={choices(t.categories)} />
        {buildings.choices.length > 1 && (
          <Select {...choose('buildingId', t.building)} searchable data={buildings.choices} />
        )}
        {manages && (
          <>
            <Select
              {...choose('assigned', t.assignee)}
              data={[
                { value: 'me', label: t.mine },
                { value: 'nobody', label: t.unassigned },
              ]}
            />
            <SegmentedControl
              aria-label={t.view}
              value={board ? 'board' : 'list'}
              onChange={(value) => set('view', value === 'board' ? value : '')}
              data={[
                { value: 'list', label: t.list },
                { value: 'board', label: t.board },
              ]}
            />
          </>
        )}
      </Group>
      {manages && board ? (
        <TicketBoard filters={wanted} />
      ) : (
        <TicketList
          filters={wanted}
          manages={manages}
          action={Object.values(wanted).some(Boolean) ? undefined : add}
        />
      )}
      {opening && (
        <OpenTicketForm onClose={open.close} then={(ticket) => void navigate(`/tickets/${ticket.id}`)} />
      )}
    </>
  );
}
