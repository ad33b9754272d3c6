import { Group, Select, TextInput } from '@mantine/core';
import { choices } from '@/kernel/forms';
import { useTexts } from '@/kernel/texts';
import { texts } from './texts';

type Props = { input: (field: 'concept' | 'period' | 'type') => object };

/** What is charged, for which month, and as what. */
export function ChargeFields({ input }: Props) {
  const t = useTexts(texts);
  return (
    <>
      <TextInput
        label={t.concept}
        description={t.conceptHint}
        required
        maxLength={120}
        {...input('concept')}
      />
      <Group grow align="flex-start">
        <TextInput type="month" label={t.period} required {...input('period')} />
        <Select label={t.type} allowDeselect={false} data={choices(t.types)} {...input('type')} />
      </Group>
    </>
  );
}
