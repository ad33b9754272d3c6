import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { api, idempotencyKey, read, type Schemas, type Shown } from '@/kernel/api';
import { placeViolations } from '@/kernel/forms';
import { money } from '@/kernel/format';
import { useAct } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { PlacePicker } from '@/features/building/PlacePicker';
import { AmountInput, amountOf, isAmount } from '@/features/ledger/AmountInput';
import { useBuildingAccount } from '@/features/ledger/useAccount';
import { DataTable } from '@/parts/DataTable';
import { Dialog } from '@/parts/Dialog';
import { ChargeFields } from './ChargeFields';
import { texts } from './texts';

type Posted = Shown<'BuildingCharges'>;
type Props = { building: string; onClose: () => void; then: (posted: Posted) => void };

/**
 * Charges a whole building: asked, previewed to the cent, then posted as it was previewed. The key belongs to what is
 * asked, so that however often the button is pressed, it is posted once.
 */
export function BuildingChargesForm({ building, onClose, then }: Props) {
  const t = useTexts(texts);
  const [key, setKey] = useState(idempotencyKey);
  const [previewed, setPreviewed] = useState<Posted | null>(null);
  const form = useForm({
    initialValues: {
      building,
      period: new Date().toISOString().slice(0, 7),
      type: 'COMMON' as Schemas['ChargeType'],
      concept: '',
      how: 'split',
      amount: '',
      dueOn: '',
    },
    validate: { amount: (text) => (isAmount(text, currency) ? null : t.notAmount) },
    onValuesChange: () => setKey(idempotencyKey()),
  });
  const account = useBuildingAccount(form.values.building);
  const currency = account.data?.balance?.[0]?.currency ?? '';
  const path = { building: form.values.building };
  const asked = () => {
    const { period, type, concept, dueOn, how, amount } = form.values;
    const money = amountOf(amount, currency);
    const [total, amountPerUnit] = how === 'split' ? [money, null] : [null, money];
    return { period, type, concept, dueOn, total, amountPerUnit };
  };
  const preview = useAct({
    act: () =>
      read(api.POST('/api/v1/buildings/{building}/charges/preview', { params: { path }, body: asked() })),
    then: setPreviewed,
    handled: (failure) => placeViolations(form, failure),
  });
  const post = useAct({
    act: () =>
      read(
        api.POST('/api/v1/buildings/{building}/charges', {
          params: { path, header: { 'Idempotency-Key': key } },
          body: asked(),
        }),
      ),
    touches: [['charges'], ['account']],
    done: (posted) => t.posted(charged(posted).length, money(posted.total)),
    then: (posted) => {
      onClose();
      then(posted);
    },
  });
  return (
    <Dialog onClose={onClose} title={t.addMany} size="lg" closeOnClickOutside={!form.isDirty()}>
      {previewed ? (
        <Preview
          preview={previewed}
          onBack={() => setPreviewed(null)}
          onPost={() => post.mutate()}
          posting={post.isPending}
        />
      ) : (
        <form onSubmit={form.onSubmit(() => preview.mutate())}>
          <Stack>
            <PlacePicker
              building={form.values.building}
              unit=""
              needs="building"
              wholeBuildings
              onChange={(chosen) => form.setFieldValue('building', chosen)}
              buildingError={form.errors.building}
            />
            <ChargeFields input={form.getInputProps} />
            <SegmentedControl
              aria-label={t.how}
              data={[
                { value: 'split', label: t.split },
                { value: 'each', label: t.each },
              ]}
              {...form.getInputProps('how')}
            />
            <Group grow align="flex-start">
              <AmountInput
                label={form.values.how === 'split' ? t.total : t.perUnit}
                required
                currency={currency}
                {...form.getInputProps('amount')}
              />
              <TextInput type="date" label={t.due} required {...form.getInputProps('dueOn')} />
            </Group>
            <Group justify="flex-end">
              <Button type="submit" loading={preview.isPending} disabled={!currency}>
                {t.preview}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Dialog>
  );
}

/** A part of nothing is in the preview, but isn't charged. */
function charged({ charges }: Posted) {
  return (charges ?? []).filter((part) => (part.amount?.amountMinor ?? 0) > 0);
}

type PreviewProps = { preview: Posted; onBack: () => void; onPost: () => void; posting: boolean };

function Preview({ preview, onBack, onPost, posting }: PreviewProps) {
  const t = useTexts(texts);
  const parts = preview.charges ?? [];
  const count = charged(preview).length;
  return (
    <Stack>
      <Text fw={600} className="figures">
        {t.sums(parts.length, money(preview.total))}
      </Text>
      <DataTable
        label={t.preview}
        columns={[
          { name: t.unit, show: (part) => part.unitCode },
          { name: t.amount, figures: true, show: (part) => money(part.amount) },
        ]}
        rows={parts}
        id={(part) => part.unitId ?? ''}
        empty={null}
      />
      {count < parts.length && (
        <Text fz="sm" c="dimmed">
          {t.free}
        </Text>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onBack}>
          {t.back}
        </Button>
        <Button loading={posting} disabled={count === 0} onClick={onPost} data-autofocus>
          {t.post(count)}
        </Button>
      </Group>
    </Stack>
  );
}
