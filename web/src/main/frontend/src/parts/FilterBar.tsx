import { Badge, Box, Button, Group, Select, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import type { Filters } from '@/kernel/filters';
import type { Choice } from '@/kernel/forms';
import { catalogue, useTexts } from '@/kernel/texts';
import classes from './FilterBar.module.css';

const texts = catalogue({
  en: { filters: 'Filters', clear: 'Clear filters' },
  es: { filters: 'Filtros', clear: 'Quitar filtros' },
});

export type Field<N extends string> = { name: N; label: string } & (
  | { choices: Choice[]; searchable?: boolean }
  | { type: 'date' | 'month' }
  | { type: 'text'; placeholder?: string }
);

type Props<N extends string> = {
  filters: Filters<N>;
  /** What the field says that searches by {@code q}; without it there is none. */
  search?: string;
  fields?: Field<N>[];
  /** What else belongs into the line: how the list is shown, not what is in it. */
  children?: ReactNode;
};

/** What narrows a list, in one line. On a phone the list comes first: the choices wait behind a button. */
export function FilterBar<N extends string>({ filters, search, fields = [], children }: Props<N>) {
  const t = useTexts(texts);
  const region = useId();
  const [opened, { toggle }] = useDisclosure();
  const { values, set } = filters;
  const chosen = fields.filter(({ name }) => values[name]).length;
  return (
    <Group mb="md" gap="sm">
      {search && (
        <TextInput
          placeholder={search}
          aria-label={search}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={values['q' as N]}
          onChange={(event) => set('q' as N, event.currentTarget.value)}
          className={classes.search}
        />
      )}
      {fields.length > 0 && (
        <Button
          variant="default"
          hiddenFrom="sm"
          leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
          rightSection={chosen > 0 && <Badge circle>{chosen}</Badge>}
          aria-expanded={opened}
          aria-controls={region}
          onClick={toggle}
        >
          {t.filters}
        </Button>
      )}
      <Box id={region} className={classes.fields} data-opened={opened || undefined}>
        {fields.map((field) =>
          'choices' in field ? (
            <Select
              key={field.name}
              aria-label={field.label}
              placeholder={field.label}
              clearable
              searchable={field.searchable}
              data={field.choices}
              value={values[field.name] || null}
              onChange={(value) => set(field.name, value)}
              className={classes.choice}
            />
          ) : field.type === 'text' ? (
            <TextInput
              key={field.name}
              aria-label={field.label}
              placeholder={field.placeholder ?? field.label}
              value={values[field.name]}
              onChange={(event) => set(field.name, event.currentTarget.value)}
              className={classes.choice}
            />
          ) : (
            <TextInput
              key={field.name}
              aria-label={field.label}
              type={field.type}
              leftSection={
                <Text fz="xs" c="dimmed" truncate>
                  {field.label}
                </Text>
              }
              leftSectionWidth={`calc(${field.label.length}ch + 1rem)`}
              value={values[field.name]}
              onChange={(event) => set(field.name, event.currentTarget.value)}
              className={classes.day}
            />
          ),
        )}
        {chosen > 0 && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => fields.forEach(({ name }) => set(name, null))}
          >
            {t.clear}
          </Button>
        )}
      </Box>
      {children}
    </Group>
  );
}
