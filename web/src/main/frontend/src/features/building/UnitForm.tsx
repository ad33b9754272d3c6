import { Checkbox, Group, NumberInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { api, idempotencyKey, ifMatch, read, type Shown } from '@/kernel/api';
import { useTexts } from '@/kernel/texts';
import { FormModal } from '@/parts/FormModal';
import { UNIT_TYPES, type UnitType } from './pastedUnits';
import { inPercent, ofPercent, PERCENT_DECIMALS } from './shares';
import { texts } from './texts';

type Unit = Shown<'UnitView'>;

export function UnitForm({
  building,
  unit,
  onClose,
}: {
  building: string;
  unit?: Unit;
  onClose: () => void;
}) {
  const t = useTexts(texts);
  const [key] = useState(idempotencyKey);
  const form = useForm({
    initialValues: {
      code: unit?.code ?? '',
      label: unit?.label ?? '',
      type: (unit?.type ?? 'APARTMENT') as UnitType,
      areaM2: (unit?.areaM2 ?? '') as number | '',
      share: (unit?.share == null ? '' : inPercent(unit.share)) as number | '',
      billable: unit?.billable ?? true,
    },
  });
  return (
    <FormModal
      title={unit ? t.edit : t.addUnit}
      act={unit ? t.save : t.addUnit}
      form={form}
      onClose={onClose}
      done={t.saved}
      touches={[
        ['units', building],
        ['unit', unit?.id],
        ['shares', building],
      ]}
      onSubmit={(values) => {
        const body = {
          ...values,
          label: values.label || null,
          areaM2: values.areaM2 === '' ? null : values.areaM2,
          share: values.share === '' ? null : ofPercent(values.share),
        };
        return unit
          ? read(
              api.PATCH('/api/v1/units/{unit}', {
                params: { path: { unit: unit.id }, header: ifMatch(unit) },
                body,
              }),
            )
          : read(
              api.POST('/api/v1/buildings/{building}/units', {
                params: { path: { building }, header: { 'Idempotency-Key': key } },
                body,
              }),
            );
      }}
    >
      <Group grow align="flex-start">
        <TextInput label={t.code} required maxLength={40} data-autofocus {...form.getInputProps('code')} />
        <Select
          label={t.type}
          allowDeselect={false}
          data={UNIT_TYPES.map((value) => ({ value, label: t.types[value] }))}
          {...form.getInputProps('type')}
        />
      </Group>
      <TextInput label={t.label} maxLength={120} {...form.getInputProps('label')} />
      <Group grow align="flex-start">
        <NumberInput label={t.area} min={0} decimalScale={2} hideControls {...form.getInputProps('areaM2')} />
        <NumberInput
          label={t.share}
          min={0}
          max={100}
          decimalScale={PERCENT_DECIMALS}
          suffix=" %"
          hideControls
          {...form.getInputProps('share')}
        />
      </Group>
      <Checkbox
        label={t.billable}
        description={t.billableHint}
        {...form.getInputProps('billable', { type: 'checkbox' })}
      />
    </FormModal>
  );
}
