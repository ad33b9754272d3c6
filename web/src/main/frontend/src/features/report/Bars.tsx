import { Center, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';
import classes from './Bars.module.css';
import { scale } from './scale';

export type Series = { name: string; color: string };
export type Row = { name: string; values: number[] };
type Props = {
  label: string;
  /** What the rows are: the head of the table that says the same. */
  of: string;
  series: Series[];
  rows: Row[];
  format: (value: number) => string;
  /** What to say where there is nothing to draw. */
  none: string;
  /** Along the axis, where there is little room. */
  short?: (value: number) => string;
};

const NAME_WIDTH = 76;

/** Bars over time, side by side for each row; whoever can't see them reads the same figures as a table. */
export function Bars({ label, of, series, rows, format, none, short = format }: Props) {
  const { ref, width } = useElementSize();
  const [over, point] = useState<number | null>(null);
  const lines = scale(Math.max(0, ...rows.flatMap(({ values }) => values)));
  const top = lines.at(-1) ?? 1;
  const every = Math.ceil(rows.length / Math.max(1, Math.floor(width / NAME_WIDTH)));
  if (rows.every(({ values }) => values.every((value) => value === 0))) {
    return (
      <Center className={classes.chart}>
        <Text c="dimmed">{none}</Text>
      </Center>
    );
  }
  const pointed = over === null ? undefined : rows[over];
  return (
    <figure className={classes.figure} aria-label={label}>
      <div className={classes.chart} aria-hidden>
        {series.length > 1 && (
          <Group gap="md">
            {series.map((each) => (
              <Mark key={each.name} {...each} />
            ))}
          </Group>
        )}
        <div className={classes.plot}>
          <div className={classes.scale}>
            {[...lines].reverse().map((line) => (
              <span key={line}>{short(line)}</span>
            ))}
          </div>
          <div className={classes.area} ref={ref} onMouseLeave={() => point(null)}>
            <div className={classes.lines}>
              {lines.map((line) => (
                <i key={line} />
              ))}
            </div>
            {rows.map(({ name, values }, index) => (
              <div key={name} className={classes.row} onMouseEnter={() => point(index)}>
                {values.map((value, which) => (
                  <div
                    key={series[which]?.name}
                    className={classes.bar}
                    style={{ height: `${(100 * value) / top}%`, background: series[which]?.color }}
                  />
                ))}
              </div>
            ))}
            {pointed && over !== null && (
              <div className={classes.tip} style={beside((over + 0.5) / rows.length)}>
                <Text fz="xs" fw={600}>
                  {pointed.name}
                </Text>
                {series.map((each, which) => (
                  <Mark key={each.name} {...each} value={format(pointed.values[which] ?? 0)} />
                ))}
              </div>
            )}
          </div>
          <div className={classes.names}>
            {rows.map(({ name }, index) => (
              <div key={name}>{index % every === Math.floor(every / 2) && name}</div>
            ))}
          </div>
        </div>
      </div>
      <VisuallyHidden>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{of}</Table.Th>
              {series.map(({ name }) => (
                <Table.Th key={name}>{name}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ name, values }) => (
              <Table.Tr key={name}>
                <Table.Th scope="row">{name}</Table.Th>
                {values.map((value, index) => (
                  <Table.Td key={series[index]?.name}>{format(value)}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </VisuallyHidden>
    </figure>
  );
}

function Mark({ name, color, value }: Series & { value?: string }) {
  return (
    <Group gap={6} wrap="nowrap">
      <span className={classes.mark} style={{ background: color }} />
      <Text fz="xs" c="dimmed">
        {name}
      </Text>
      {value && (
        <Text fz="xs" className="figures" ml="auto">
          {value}
        </Text>
      )}
    </Group>
  );
}

/** Over the row, and never out of the chart. */
function beside(place: number) {
  return { left: `${100 * place}%`, transform: `translateX(${-100 * place}%)` };
}
