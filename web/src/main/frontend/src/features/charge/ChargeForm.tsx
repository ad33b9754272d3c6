import { Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { api, idempotencyKey, ifMatch, read, type Schemas, type Shown } from '@/kernel/api';
import { plainAmount } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { UnitPicker } from '@/features/building/UnitPicker';
import { AmountInput, amountOf, isAmount } from '@/features/ledger/AmountInput';
import { useUnitAccount } from '@/features/ledger/useAccount';
import { FormModal } from '@/parts/FormModal';
import { ChargeFields } from './ChargeFields';
import { texts } from './texts';

type Charge = Shown<'ChargeView'>;
type Props = { charge?: Charge; onClose: () => void; then?: (charge: Charge) => void };

/** Charges one unit, or mends a charge; its amount only as long as nothing covers it. */
export function ChargeForm({ charge, onClose, then }: Props) {
  const t = useTexts(texts);
  const [key, setKey] = useState(idempotencyKey);
  const form = useForm({
    initialValues: {
      unitId: charge?.unitId ?? '',
      period: charge?.period ?? new Date().toISOString().slice(0, 7),
      type: (charge?.type ?? 'COMMON') as Schemas['ChargeType'],
      concept: charge?.concept ?? '',
      amount: charge?.amount ? plainAmount(charge.amount) : '',
      dueOn: charge?.dueOn ?? '',
    },
    validate: { amount: (text) => (isAmount(text, currency) ? null : t.notAmount) },
    onValuesChange: () => setKey(idempotencyKey()),
  });
  const account = useUnitAccount(form.values.unitId);
  const currency = charge?.amount?.currency ?? account.data?.balance?.[0]?.currency ?? '';
  const frozen = (charge?.allocated?.amountMinor ?? 0) > 0;
  return (
    <FormModal
      title={charge ? t.edit : t.add}
      act={charge ? t.save : t.add}
      form={form}
      onClose={onClose}
      then={then}
      done={t.saved}
      touches={[['charges'], ['charge', charge?.id], ['account']]}
      onSubmit={({ unitId, amount, ...values }) => {
        const body = { ...values, amount: amountOf(amount, currency) };
        return charge
          ? read(
              api.PATCH('/api/v1/charges/{charge}', {
                params: { path: { charge: charge.id }, header: ifMatch(charge) },
                body,
              }),
            )
          : read(
              api.POST('/api/v1/charges', {
                params: { header: { 'Idempotency-Key': key } },
                body: { ...body, unitId },
              }),
            );
      }}
    >
      {!charge && (
        <UnitPicker
          value={form.values.unitId}
          onChange={(unit) => form.setFieldValue('unitId', unit)}
          error={form.errors.unitId}
        />
      )}
      <ChargeFields input={form.getInputProps} />
      <Group grow align="flex-start">
        <AmountInput
          label={t.amount}
          description={frozen ? t.frozen : undefined}
          required
          disabled={frozen}
          currency={currency}
          {...form.getInputProps('amount')}
        />
        <TextInput type="date" label={t.due} required {...form.getInputProps('dueOn')} />
      </Group>
    </FormModal>
  );
}
