import { Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { PlacePicker } from '@/features/building/PlacePicker';
import { api, idempotencyKey, read } from '@/kernel/api';
import { useTexts } from '@/kernel/texts';
import { FormModal } from '@/parts/FormModal';
import { texts } from './texts';
import { useVendorChoices } from './useVendorChoices';
import { TOUCHED, type Order } from './vendors';

type Cause = {
  buildingId: string | null;
  description: string | null;
  ticketId: string | null;
  quoteId?: string;
  vendorId?: string | null;
  vendorName?: string | null;
};
type Props = {
  /** The ticket or the approved quote it comes from. */
  cause?: Cause;
  onClose: () => void;
  then?: (order: Order) => void;
};

export function OpenOrderForm({ cause, onClose, then }: Props) {
  const t = useTexts(texts);
  const [key] = useState(idempotencyKey);
  const [typed, setTyped] = useState('');
  const given = cause?.vendorId ? [{ value: cause.vendorId, label: cause.vendorName ?? '' }] : [];
  const vendors = useVendorChoices(typed === cause?.vendorName ? '' : typed, given);
  const form = useForm({
    initialValues: {
      buildingId: cause?.buildingId ?? '',
      vendorId: cause?.vendorId ?? '',
      description: cause?.description ?? '',
    },
    validate: { vendorId: (vendor) => (vendor ? null : t.noVendor) },
  });
  return (
    <FormModal
      title={t.openOrder}
      act={t.openOrder}
      form={form}
      onClose={onClose}
      then={then}
      done={t.orderOpened}
      touches={TOUCHED}
      size="lg"
      onSubmit={(values) =>
        read(
          api.POST('/api/v1/work-orders', {
            params: { header: { 'Idempotency-Key': key } },
            body: { ...values, ticketId: cause?.ticketId ?? null, quoteId: cause?.quoteId ?? null },
          }),
        )
      }
    >
      {!cause && (
        <PlacePicker
          needs="building"
          wholeBuildings
          building={form.values.buildingId}
          unit=""
          onChange={(buildingId) => form.setFieldValue('buildingId', buildingId)}
          buildingError={form.errors.buildingId}
        />
      )}
      <Select
        label={t.vendor}
        withAsterisk
        searchable
        disabled={Boolean(cause?.quoteId)}
        nothingFoundMessage={t.noVendorFound}
        data={vendors}
        filter={({ options }) => options}
        onSearchChange={setTyped}
        {...form.getInputProps('vendorId')}
      />
      <Textarea
        label={t.what}
        required
        maxLength={5000}
        autosize
        minRows={4}
        {...form.getInputProps('description')}
      />
    </FormModal>
  );
}
