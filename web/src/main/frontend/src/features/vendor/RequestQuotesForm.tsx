import { MultiSelect, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef, useState } from 'react';
import { PlacePicker } from '@/features/building/PlacePicker';
import { api, idempotencyKey, read } from '@/kernel/api';
import { useTexts } from '@/kernel/texts';
import { FormModal } from '@/parts/FormModal';
import { texts } from './texts';
import { useVendorChoices } from './useVendorChoices';
import { TOUCHED } from './vendors';

type Props = {
  /** What it is for, where that is known. */
  ticket?: { id: string; buildingId: string | null; description: string | null };
  onClose: () => void;
};

/** Asks one vendor or several for their price. Whoever was asked already isn't asked again if another one fails. */
export function RequestQuotesForm({ ticket, onClose }: Props) {
  const t = useTexts(texts);
  const keys = useRef(new Map<string, string>());
  const [typed, setTyped] = useState('');
  const vendors = useVendorChoices(typed);
  const form = useForm({
    initialValues: {
      buildingId: ticket?.buildingId ?? '',
      vendors: [] as string[],
      description: ticket?.description ?? '',
    },
    validate: { vendors: (chosen) => (chosen.length === 0 ? t.noVendor : null) },
    onValuesChange: () => keys.current.clear(),
  });
  const keyOf = (vendor: string): string => {
    const key = keys.current.get(vendor) ?? idempotencyKey();
    keys.current.set(vendor, key);
    return key;
  };
  return (
    <FormModal
      title={t.request}
      act={t.request}
      form={form}
      onClose={onClose}
      done={t.wasRequested}
      touches={TOUCHED}
      size="lg"
      onSubmit={async ({ buildingId, description, vendors: asked }) => {
        for (const vendorId of asked) {
          await read(
            api.POST('/api/v1/quotes', {
              params: { header: { 'Idempotency-Key': keyOf(vendorId) } },
              body: { vendorId, buildingId, ticketId: ticket?.id ?? null, description },
            }),
          );
        }
      }}
    >
      {!ticket && (
        <PlacePicker
          needs="building"
          wholeBuildings
          building={form.values.buildingId}
          unit=""
          onChange={(buildingId) => form.setFieldValue('buildingId', buildingId)}
          buildingError={form.errors.buildingId}
        />
      )}
      <MultiSelect
        label={t.askedOf}
        description={t.askedOfHint}
        withAsterisk
        searchable
        nothingFoundMessage={t.noVendorFound}
        data={vendors}
        filter={({ options }) => options}
        onSearchChange={setTyped}
        {...form.getInputProps('vendors')}
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
