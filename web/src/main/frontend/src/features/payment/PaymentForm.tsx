import { Alert, Checkbox, FileInput, Group, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import { api, idempotencyKey, read, type Schemas, type Shown } from '@/kernel/api';
import { Problem } from '@/kernel/problem';
import { useTexts } from '@/kernel/texts';
import { UnitPicker } from '@/features/building/UnitPicker';
import { AmountInput, amountOf, isAmount } from '@/features/ledger/AmountInput';
import { useUnitAccount } from '@/features/ledger/useAccount';
import { FormModal } from '@/parts/FormModal';
import { handIn, PROOF_TYPES } from './proof';
import { texts } from './texts';

type Payment = Shown<'PaymentView'>;
type Props = { unit?: string; title?: string; amount?: string; onClose: () => void };

/**
 * Says that something was paid, with its proof. The payment goes first: if its proof can't be stored, the payment is in, and
 * only the proof is tried again.
 */
export function PaymentForm({ unit, title, amount = '', onClose }: Props) {
  const t = useTexts(texts);
  const [key, setKey] = useState(idempotencyKey);
  const [submitted, setSubmitted] = useState<Payment | null>(null);
  const [alike, setAlike] = useState(false);
  const form = useForm({
    initialValues: {
      unitId: unit ?? '',
      method: 'TRANSFER' as Schemas['PaymentMethod'],
      amount,
      reference: '',
      paidOn: new Date().toLocaleDateString('sv'),
      confirmed: false,
      proof: null as File | null,
    },
    validate: { amount: (text) => (isAmount(text, currency) ? null : t.notAmount) },
    onValuesChange: () => setKey(idempotencyKey()),
  });
  const account = useUnitAccount(form.values.unitId);
  const currency = account.data?.balance?.[0]?.currency ?? '';
  const submit = async ({ proof: _, ...values }: typeof form.values) => {
    try {
      return await read(
        api.POST('/api/v1/payments', {
          params: { header: { 'Idempotency-Key': key } },
          body: { ...values, amount: amountOf(values.amount, currency), reference: values.reference || null },
        }),
      );
    } catch (refused) {
      setAlike(refused instanceof Problem && refused.is('POSSIBLE_DUPLICATE'));
      throw refused;
    }
  };
  return (
    <FormModal
      title={title ?? t.add}
      act={t.send}
      form={form}
      onClose={onClose}
      done={t.sent}
      touches={[['payments'], ['account'], ['proofs']]}
      onSubmit={async (values) => {
        const payment = submitted ?? (await submit(values));
        setSubmitted(payment);
        if (values.proof) await handIn(values.proof, payment);
        return payment;
      }}
    >
      {submitted && (
        <Alert color="yellow" role="status">
          {t.proofMissing}
        </Alert>
      )}
      {!unit && (
        <UnitPicker
          value={form.values.unitId}
          onChange={(chosen) => form.setFieldValue('unitId', chosen)}
          error={form.errors.unitId}
        />
      )}
      <Group grow align="flex-start">
        <AmountInput
          label={t.amount}
          required
          disabled={submitted !== null}
          currency={currency}
          {...form.getInputProps('amount')}
        />
        <TextInput
          type="date"
          label={t.paidOn}
          required
          disabled={submitted !== null}
          {...form.getInputProps('paidOn')}
        />
      </Group>
      <Select
        label={t.method}
        allowDeselect={false}
        disabled={submitted !== null}
        data={Object.entries(t.methods).map(([value, label]) => ({ value, label }))}
        {...form.getInputProps('method')}
      />
      <TextInput
        label={t.reference}
        description={t.referenceHint}
        maxLength={120}
        disabled={submitted !== null}
        {...form.getInputProps('reference')}
      />
      <FileInput
        label={t.proof}
        description={t.proofHint}
        placeholder={t.choose}
        leftSection={<IconPaperclip size={16} />}
        accept={PROOF_TYPES}
        clearable
        clearButtonProps={{ 'aria-label': t.without }}
        {...form.getInputProps('proof')}
      />
      {alike && <Checkbox label={t.another} {...form.getInputProps('confirmed', { type: 'checkbox' })} />}
    </FormModal>
  );
}
