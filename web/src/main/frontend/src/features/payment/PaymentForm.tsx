import { Checkbox, FileInput, Group, Progress, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPaperclip } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { api, idempotencyKey, read, type Schemas, type Shown } from '@/kernel/api';
import { choices } from '@/kernel/forms';
import { Problem } from '@/kernel/problem';
import { useTexts } from '@/kernel/texts';
import { UnitPicker } from '@/features/building/UnitPicker';
import { typeOf, upload } from '@/features/document/documents';
import { AmountInput, amountOf, isAmount } from '@/features/ledger/AmountInput';
import { useUnitAccount } from '@/features/ledger/useAccount';
import { FormModal } from '@/parts/FormModal';
import { texts } from './texts';

const PROOF_TYPES = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'];

type Payment = Shown<'PaymentView'>;
type Props = { unit?: string; title?: string; amount?: string; onClose: () => void };

/**
 * Says that something was paid, with its proof. The proof goes first, and once: if the payment isn't taken then, it is sent
 * again with the proof that is there.
 */
export function PaymentForm({ unit, title, amount = '', onClose }: Props) {
  const t = useTexts(texts);
  const [key, setKey] = useState(idempotencyKey);
  const proven = useRef<{ file: File; unit: string; document: string } | null>(null);
  const [share, setShare] = useState<number | null>(null);
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
    validate: {
      amount: (text) => (isAmount(text, currency) ? null : t.notAmount),
      unitId: (chosen) => (chosen ? null : t.noUnit),
      proof: (file) => (file && !PROOF_TYPES.includes(typeOf(file) ?? '') ? t.notProof : null),
    },
    onValuesChange: () => setKey(idempotencyKey()),
  });
  const account = useUnitAccount(form.values.unitId);
  const currency = account.data?.balance?.[0]?.currency ?? '';
  const prove = async (file: File, unitId: string): Promise<string> => {
    const { current } = proven;
    if (current?.file === file && current.unit === unitId) return current.document;
    setShare(0);
    const document = await upload(
      file,
      { category: 'RECEIPT', visibility: 'RESIDENTS', buildingId: '', unitId },
      setShare,
    ).finally(() => setShare(null));
    proven.current = { file, unit: unitId, document: document.id };
    return document.id;
  };
  const submit = async ({ proof, ...values }: typeof form.values): Promise<Payment> => {
    const proofDocumentId = proof && (await prove(proof, values.unitId));
    try {
      return await read(
        api.POST('/api/v1/payments', {
          params: { header: { 'Idempotency-Key': key } },
          body: {
            ...values,
            amount: amountOf(values.amount, currency),
            reference: values.reference || null,
            proofDocumentId,
          },
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
      touches={[['payments'], ['account']]}
      onSubmit={submit}
    >
      {!unit && (
        <UnitPicker
          value={form.values.unitId}
          onChange={(chosen) => form.setFieldValue('unitId', chosen)}
          error={form.errors.unitId}
        />
      )}
      <Group grow align="flex-start">
        <AmountInput label={t.amount} required currency={currency} {...form.getInputProps('amount')} />
        <TextInput type="date" label={t.paidOn} required {...form.getInputProps('paidOn')} />
      </Group>
      <Select
        label={t.method}
        allowDeselect={false}
        data={choices(t.methods)}
        {...form.getInputProps('method')}
      />
      <TextInput
        label={t.reference}
        description={t.referenceHint}
        maxLength={120}
        {...form.getInputProps('reference')}
      />
      <FileInput
        label={t.proof}
        description={t.proofHint}
        placeholder={t.choose}
        leftSection={<IconPaperclip size={16} />}
        accept={PROOF_TYPES.join(',')}
        clearable
        clearButtonProps={{ 'aria-label': t.without }}
        {...form.getInputProps('proof')}
      />
      {share !== null && <Progress aria-label={t.sendingProof} value={Math.round(share * 100)} size="sm" />}
      {alike && <Checkbox label={t.another} {...form.getInputProps('confirmed', { type: 'checkbox' })} />}
    </FormModal>
  );
}
