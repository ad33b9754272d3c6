import { Button, Center, Paper, Table } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useDeferredValue, useEffect, useRef, type ReactNode } from 'react';
import { catalogue, useTexts } from '@/kernel/texts';
import classes from './DataTable.module.css';
import { Failure, RowsLoading } from './States';

const texts = catalogue({ en: { more: 'Load more' }, es: { more: 'Cargar más' } });
const ROW_HEIGHT = 41;
const VIRTUAL_FROM = 100;

export type Column<T> = {
  name: string;
  show: (row: T) => ReactNode;
  /** Figures stand at the right, digit below digit. */
  figures?: boolean;
  width?: number | string;
  /** Left out on phones and tablets; or, as named, on all but large screens. */
  wide?: boolean | 'xl';
  /** Never broken into lines: a date, a kind, a name. */
  short?: boolean;
  /** On phones at the right edge, below one another: states. Figures and acts are there anyway. */
  side?: boolean;
};

function from({ wide }: Column<never>) {
  return wide === true ? 'md' : wide || undefined;
}

function place({ name, figures, short, side }: Column<never>) {
  return [
    figures && `figures ${classes.figure}`,
    short && classes.short,
    (figures || side || name === '') && classes.side,
  ]
    .filter(Boolean)
    .join(' ');
}

type Props<T> = {
  label: string;
  columns: Column<T>[];
  rows: T[];
  id: (row: T) => string;
  empty: ReactNode;
  loading?: boolean;
  failure?: unknown;
  retry?: () => void;
  more?: { has: boolean; loading: boolean; load: () => void };
};

/** A list as a table: loads on while one scrolls, and draws only the rows in sight once there are many. */
export function DataTable<T>({
  label,
  columns,
  rows: all,
  id,
  empty,
  loading,
  failure,
  retry,
  more,
}: Props<T>) {
  const t = useTexts(texts);
  // Drawn in slices, between which the page answers.
  const rows = useDeferredValue(all, []);
  const frame = useRef<HTMLDivElement>(null);
  const virtual = rows.length > VIRTUAL_FROM;
  const virtualizer = useVirtualizer({
    count: virtual ? rows.length : 0,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const inSight = virtualizer.getVirtualItems();
  const last = inSight.at(-1)?.index ?? 0;
  const load = more?.load;
  const nearEnd = virtual && more?.has && !more.loading && last > rows.length - 40;
  useEffect(() => {
    if (nearEnd) load?.();
  }, [nearEnd, load]);

  if (failure) return <Failure failure={failure} retry={retry} />;
  if (loading || (all.length > 0 && rows.length === 0)) return <RowsLoading />;
  if (all.length === 0) return <>{empty}</>;

  const before = inSight[0]?.start ?? 0;
  const after = virtual ? virtualizer.getTotalSize() - (inSight.at(-1)?.end ?? 0) : 0;
  const shown = virtual
    ? inSight.map((item) => [item.index, rows[item.index] as T] as const)
    : [...rows.entries()];
  return (
    <>
      <Paper
        withBorder
        ref={frame}
        style={virtual ? { height: '70vh', overflow: 'auto' } : { overflowX: 'auto' }}
        tabIndex={0}
        role="region"
        aria-label={label}
      >
        <Table
          highlightOnHover
          stickyHeader={virtual}
          verticalSpacing={8}
          horizontalSpacing="sm"
          className={classes.table}
          role="table"
          aria-rowcount={rows.length}
          fz="sm"
        >
          <Table.Thead role="rowgroup">
            <Table.Tr role="row">
              {columns.map((column) => (
                <Table.Th
                  key={column.name}
                  role="columnheader"
                  ta={column.figures ? 'right' : undefined}
                  w={column.width}
                  visibleFrom={from(column)}
                  style={{ whiteSpace: 'nowrap' }}
                >
                  {column.name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody role="rowgroup">
            {before > 0 && <tr style={{ height: before }} aria-hidden />}
            {shown.map(([index, row]) => (
              <Table.Tr
                key={id(row)}
                ref={virtual ? virtualizer.measureElement : undefined}
                data-index={index}
                data-row
                role="row"
                aria-rowindex={index + 1}
              >
                {columns.map((column) => (
                  <Table.Td
                    key={column.name}
                    ta={column.figures ? 'right' : undefined}
                    role="cell"
                    data-name={column.name}
                    className={place(column)}
                    visibleFrom={from(column)}
                  >
                    {column.show(row)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
            {after > 0 && <tr style={{ height: after }} aria-hidden />}
          </Table.Tbody>
        </Table>
      </Paper>
      {more?.has && !virtual && (
        <Center mt="sm">
          <Button variant="default" size="xs" loading={more.loading} onClick={more.load}>
            {t.more}
          </Button>
        </Center>
      )}
    </>
  );
}

/** What {@link DataTable} needs of a list, as {@code useList} gives it. */
export function pages(list: {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}) {
  return { has: list.hasNextPage, loading: list.isFetchingNextPage, load: () => void list.fetchNextPage() };
}
