import { NumberInput, Select, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import type { Shown } from '@/kernel/api';
import { useTexts } from '@/kernel/texts';
import { useJobWords } from './jobTexts';
import { texts } from './texts';

/** One parameter as its type wants to be typed; values travel as text. */
export function ParameterField({
  parameter,
  input,
}: {
  parameter: Shown<'JobParameter'>;
  input: GetInputPropsReturnType;
}) {
  const t = useTexts(texts);
  const words = useJobWords();
  const common = {
    label: words.label(parameter.name),
    description: words.parameter(parameter),
    required: parameter.required,
    placeholder: parameter.defaultValue ? words.choice(parameter.defaultValue) : t.automatic,
  };
  const choices = parameter.type === 'BOOLEAN' ? ['true', 'false'] : (parameter.choices ?? []);
  switch (parameter.type) {
    case 'CHOICE':
    case 'BOOLEAN':
      return (
        <Select
          {...common}
          data={choices.map((value) => ({ value, label: words.choice(value) }))}
          clearable={!parameter.required}
          {...input}
          onChange={(value) => input.onChange(value ?? '')}
        />
      );
    case 'NUMBER':
      return (
        <NumberInput
          {...common}
          min={safe(parameter.min)}
          max={safe(parameter.max)}
          allowDecimal={false}
          {...input}
          onChange={(value) => input.onChange(String(value))}
        />
      );
    case 'DATE':
      return <TextInput {...common} type="date" {...input} />;
    default:
      return <TextInput {...common} {...input} />;
  }
}

function safe(bound: number | null): number | undefined {
  return bound !== null && Number.isSafeInteger(bound) ? bound : undefined;
}
