import { Button, SegmentedControl } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { useBuildings } from '@/features/building/useBuildings';
import { useFilters } from '@/kernel/filters';
import { choices } from '@/kernel/forms';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { FilterBar, type Field } from '@/parts/FilterBar';
import { PageHeader } from '@/parts/PageHeader';
import { OpenTicketForm } from './OpenTicketForm';
import { TicketBoard } from './TicketBoard';
import { TicketList } from './TicketList';
import { TicketViews } from './TicketViews';
import { texts } from './texts';
import type { TicketFilters } from './tickets';

/** For staff what is to be done, for residents what they asked for. */
export function Component() {
  const t = useTexts(texts);
  const profile = useProfile();
  const navigate = useNavigate();
  const buildings = useBuildings();
  const [opening, open] = useDisclosure();
  const filters = useFilters('status', 'priority', 'category', 'buildingId', 'assigned', 'q', 'view');
  const { view, ...wanted } = filters.settled;
  const manages = may(profile, 'TICKET_MANAGE');
  const board = manages && view === 'board';
  const add = may(profile, 'TICKET_WRITE') && (
    <Button leftSection={<IconPlus size={16} />} onClick={open.open}>
      {t.open}
    </Button>
  );
  const fields: (Field<keyof TicketFilters> | false)[] = [
    !board && { name: 'status', label: t.status, choices: choices(t.statuses) },
    { name: 'priority', label: t.priority, choices: choices(t.priorities) },
    { name: 'category', label: t.category, choices: choices(t.categories) },
    // Staff have it from the start: arriving with the buildings, it would push the list down.
    (manages || buildings.choices.length > 1) && {
      name: 'buildingId',
      label: t.building,
      choices: buildings.choices,
      searchable: true,
    },
    manages && {
      name: 'assigned',
      label: t.assignee,
      choices: [
        { value: 'me', label: t.mine },
        { value: 'nobody', label: t.unassigned },
      ],
    },
  ];
  return (
    <>
      <PageHeader
        title={t.tickets}
        hint={manages ? undefined : t.own}
        actions={
          <>
            {manages && (
              <SegmentedControl
                aria-label={t.view}
                value={board ? 'board' : 'list'}
                onChange={(value) => filters.set('view', value === 'board' ? value : '')}
                data={[
                  { value: 'list', label: t.list },
                  { value: 'board', label: t.board },
                ]}
              />
            )}
            {manages && <TicketViews />}
            {add}
          </>
        }
      />
      <FilterBar filters={filters} search={t.search} fields={fields.filter((field) => field !== false)} />
      {board ? (
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
