import { Button, Checkbox, Group, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read, type Shown } from '@/kernel/api';
import { useAct } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { Failure, RowsLoading } from '@/parts/States';
import { texts } from './texts';

type Preference = Shown<'Preference'>;
const KEY = ['notification-preferences'];

/** Of what one is told, and how. */
export function Preferences() {
  const found = useQuery({
    queryKey: KEY,
    queryFn: () => read(api.GET('/api/v1/notifications/preferences')),
  });
  if (found.isPending) return <RowsLoading />;
  if (found.isError) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  return <Choices kept={found.data.preferences} />;
}

function Choices({ kept }: { kept: Preference[] }) {
  const t = useTexts(texts);
  const [wanted, want] = useState(kept);
  const save = useAct({
    act: () => read(api.PUT('/api/v1/notifications/preferences', { body: { preferences: wanted } })),
    touches: [KEY],
    done: t.saved,
  });
  const change = (changed: Preference): void =>
    want((present) => present.map((each) => (each.type === changed.type ? changed : each)));
  return (
    <>
      <Table maw={720} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.about}</Table.Th>
            <Table.Th w={90}>{t.inApp}</Table.Th>
            <Table.Th w={110}>{t.byEmail}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {wanted.map((each) => (
            <Table.Tr key={each.type}>
              <Table.Td>{t.types[each.type]}</Table.Td>
              <Table.Td>
                <Checkbox
                  aria-label={`${t.types[each.type]}: ${t.inApp}`}
                  checked={each.inApp}
                  onChange={(event) => change({ ...each, inApp: event.currentTarget.checked })}
                />
              </Table.Td>
              <Table.Td>
                <Checkbox
                  aria-label={`${t.types[each.type]}: ${t.byEmail}`}
                  checked={each.email}
                  onChange={(event) => change({ ...each, email: event.currentTarget.checked })}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group mt="md">
        <Button loading={save.isPending} onClick={() => save.mutate()}>
          {t.save}
        </Button>
      </Group>
    </>
  );
}
