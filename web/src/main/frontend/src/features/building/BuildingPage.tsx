import {
  Anchor,
  Badge,
  Button,
  Center,
  Group,
  SegmentedControl,
  SimpleGrid,
  Paper,
  Text,
} from '@mantine/core';
import { useDisclosure, useLocalStorage } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconDoor, IconLayoutGrid, IconPlus, IconTable } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { api, read, type Shown } from '@/kernel/api';
import { number } from '@/kernel/format';
import { useAct, useList } from '@/kernel/queries';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { Confirm } from '@/parts/Confirm';
import { DataTable, pages, type Column } from '@/parts/DataTable';
import { PageHeader } from '@/parts/PageHeader';
import { EmptyState, Failure, RowsLoading } from '@/parts/States';
import { StatusBadge } from '@/parts/StatusBadge';
import { BuildingForm } from './BuildingForm';
import classes from './BuildingPage.module.css';
import { BulkUnits } from './BulkUnits';
import { shareText } from './shares';
import { texts } from './texts';
import { UnitForm } from './UnitForm';

type Unit = Shown<'UnitView'>;
const PAGE = 200;

export function Component() {
  const t = useTexts(texts);
  const { building = '' } = useParams();
  const profile = useProfile();
  const writes = may(profile, 'BUILDING_WRITE');
  const [editing, edit] = useDisclosure();
  const [adding, add] = useDisclosure();
  const [pasting, paste] = useDisclosure();
  const [view, setView] = useLocalStorage<'table' | 'grid'>({
    key: 'buildingos.units',
    defaultValue: 'table',
  });
  const path = { building };
  const found = useQuery({
    queryKey: ['building', building],
    queryFn: () => read(api.GET('/api/v1/buildings/{building}', { params: { path } })),
  });
  const units = useList(['units', building], (cursor) =>
    read(api.GET('/api/v1/buildings/{building}/units', { params: { path, query: { cursor, limit: PAGE } } })),
  );
  const shares = useQuery({
    queryKey: ['shares', building],
    queryFn: () => read(api.GET('/api/v1/buildings/{building}/shares', { params: { path } })),
    enabled: writes,
  });
  const touches = [['building', building], ['buildings'], ['units', building]];
  const archive = useAct({
    act: () => api.POST('/api/v1/buildings/{building}/archive', { params: { path } }),
    touches,
  });
  const restore = useAct({
    act: () => api.POST('/api/v1/buildings/{building}/restore', { params: { path } }),
    touches,
  });

  if (found.isPending) return <RowsLoading />;
  if (found.isError) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  const open = !found.data.archivedAt;
  const buttons = writes && open && (
    <Group gap="xs">
      <Button variant="default" onClick={paste.open}>
        {t.addMany}
      </Button>
      <Button leftSection={<IconPlus size={16} />} onClick={add.open}>
        {t.addUnit}
      </Button>
    </Group>
  );
  return (
    <>
      <PageHeader
        title={found.data.name ?? ''}
        hint={found.data.address}
        path={[['/buildings', t.buildings]]}
        actions={
          <>
            {may(profile, 'CHARGE_WRITE') && (
              <Button variant="default" component={Link} to={`/buildings/${building}/account`}>
                {t.account}
              </Button>
            )}
            {writes && (
              <>
                {open ? (
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
                ) : (
                  <Button variant="default" onClick={() => restore.mutate()} loading={restore.isPending}>
                    {t.restore}
                  </Button>
                )}
                {buttons}
              </>
            )}
          </>
        }
      />
      <Group justify="space-between" mb="sm">
        <Group gap="xs">
          {!open && <StatusBadge status="ARCHIVED" word={t.archived} />}
          {shares.data && units.items.length > 0 && (
            <Badge
              variant="light"
              color={shares.data.state === 'COMPLETE' ? 'teal' : 'gray'}
              radius="sm"
              tt="none"
            >
              {shares.data.sum !== null
                ? t.shares(shareText(shares.data.sum))
                : t.sharesState[shares.data.state ?? '']}
            </Badge>
          )}
        </Group>
        <SegmentedControl
          aria-label={t.units}
          size="xs"
          value={view}
          onChange={(value) => setView(value as 'table' | 'grid')}
          data={[
            { value: 'table', label: <IconTable size={16} aria-label={t.asTable} /> },
            { value: 'grid', label: <IconLayoutGrid size={16} aria-label={t.asGrid} /> },
          ]}
        />
      </Group>
      {view === 'table' || units.items.length === 0 ? (
        <DataTable
          label={t.units}
          columns={columns(t)}
          rows={units.items}
          id={(unit) => unit.id}
          loading={units.isPending}
          failure={units.error}
          retry={() => void units.refetch()}
          more={pages(units)}
          empty={<EmptyState icon={<IconDoor />} title={t.noUnits} hint={t.noUnitsHint} action={buttons} />}
        />
      ) : (
        <UnitGrid units={units.items} more={pages(units)} />
      )}
      {editing && <BuildingForm building={found.data} onClose={edit.close} />}
      {adding && <UnitForm building={building} onClose={add.close} />}
      {pasting && <BulkUnits building={building} onClose={paste.close} />}
    </>
  );
}

type Texts = ReturnType<typeof useTexts<typeof texts.en>>;

function columns(t: Texts): Column<Unit>[] {
  return [
    {
      name: t.code,
      width: 110,
      show: (unit) => (
        <Anchor component={Link} to={`/units/${unit.id}`} fw={550}>
          {unit.code}
          <Text
            span
            fz="sm"
            fw={400}
            c="dimmed"
            hiddenFrom="md"
          >{` · ${t.types[unit.type ?? 'OTHER']}`}</Text>
        </Anchor>
      ),
    },
    { name: t.label, show: (unit) => unit.label, wide: true },
    { name: t.type, show: (unit) => t.types[unit.type ?? 'OTHER'], wide: true },
    { name: t.area, figures: true, show: (unit) => number(unit.areaM2, 2), wide: true },
    {
      name: t.share,
      figures: true,
      show: (unit) => shareText(unit.share),
      wide: true,
    },
    { name: t.billable, show: (unit) => (unit.billable ? t.yes : t.no), wide: true },
    {
      name: t.state,
      side: true,
      width: 110,
      show: (unit) => (
        <StatusBadge
          status={unit.occupied ? 'OCCUPIED' : 'VACANT'}
          word={unit.occupied ? t.occupied : t.vacant}
        />
      ),
    },
  ];
}

type GridProps = { units: Unit[]; more: ReturnType<typeof pages> };

function UnitGrid({ units, more }: GridProps) {
  const t = useTexts(texts);
  return (
    <>
      <SimpleGrid cols={{ base: 2, xs: 3, sm: 4, md: 6, xl: 8 }} spacing="xs">
        {units.map((unit) => (
          <Paper
            key={unit.id}
            component={Link}
            to={`/units/${unit.id}`}
            withBorder
            p="sm"
            c="inherit"
            td="none"
            className={classes.card}
          >
            <Text fw={600}>{unit.code}</Text>
            <Text fz="xs" c="dimmed">
              {t.types[unit.type ?? 'OTHER']}
            </Text>
            <StatusBadge
              status={unit.occupied ? 'OCCUPIED' : 'VACANT'}
              word={unit.occupied ? t.occupied : t.vacant}
            />
          </Paper>
        ))}
      </SimpleGrid>
      {more.has && (
        <Center mt="sm">
          <Button variant="default" size="xs" loading={more.loading} onClick={more.load}>
            {t.moreUnits}
          </Button>
        </Center>
      )}
    </>
  );
}
