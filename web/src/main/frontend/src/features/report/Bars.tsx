import { Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import classes from './Bars.module.css';

export type Series = { name: string; color: string };
export type Row = { name: string; values: number[] };
type Props = {
  label: string;
  /** What the rows are: the head of the table that says the same. */
  of: string;
  series: Series[];
  rows: Row[];
  format: (value: number) => string;
  /** Along the axis, where there is little room. */
  short?: (value: number) => string;
};

const HEIGHT = 240;
const INK = { fontSize: 12, fill: 'var(--mantine-color-dimmed)' };

/** Bars, side by side for each row; whoever can't see them reads the same figures as a table. */
export function Bars({ label, of, series, rows, format, short = format }: Props) {
  const data = rows.map(({ name, values }) => ({ name, ...Object.fromEntries(values.entries()) }));
  return (
    <figure className={classes.figure} aria-label={label}>
      {series.length > 1 && (
        <Group gap="md" mb="xs" aria-hidden>
          {series.map(({ name, color }) => (
            <Group key={name} gap={6}>
              <span className={classes.mark} style={{ background: color }} />
              <Text fz="xs" c="dimmed">
                {name}
              </Text>
            </Group>
          ))}
        </Group>
      )}
      <div aria-hidden>
        <ResponsiveContainer width="100%" height={HEIGHT}>
          <BarChart data={data} accessibilityLayer={false} margin={{ top: 4, right: 4, bottom: 0, left: 0 }}>
            <CartesianGrid vertical={false} stroke="var(--mantine-color-default-border)" />
            <XAxis dataKey="name" tickLine={false} axisLine={false} tick={INK} interval="preserveStartEnd" />
            <YAxis
              tickLine={false}
              axisLine={false}
              tick={INK}
              width="auto"
              tickFormatter={short}
              allowDecimals={false}
            />
            <Tooltip
              cursor={{ fill: 'var(--mantine-color-default-hover)' }}
              isAnimationActive={false}
              formatter={(value) => format(Number(value))}
              contentStyle={{
                background: 'var(--mantine-color-body)',
                border: '1px solid var(--mantine-color-default-border)',
                borderRadius: 'var(--mantine-radius-md)',
                fontSize: 13,
              }}
            />
            {series.map(({ name, color }, index) => (
              <Bar
                key={name}
                dataKey={String(index)}
                name={name}
                fill={color}
                radius={[3, 3, 0, 0]}
                maxBarSize={34}
                isAnimationActive={false}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
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
