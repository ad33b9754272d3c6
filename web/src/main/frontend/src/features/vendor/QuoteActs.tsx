import { Button, FileInput, Progress } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPaperclip } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { TAKEN, typeOf, upload } from '@/features/document/documents';
import { AmountInput, amountOf, isAmount } from '@/features/ledger/AmountInput';
import { useBuildingAccount } from '@/features/ledger/useAccount';
import { api, idempotencyKey, read } from '@/kernel/api';
import { money } from '@/kernel/format';
import { useAct } from '@/kernel/queries';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { Confirm } from '@/parts/Confirm';
import { FormModal } from '@/parts/FormModal';
import { ReasonForm } from '@/parts/ReasonForm';
import { OpenOrderForm } from './OpenOrderForm';
import { texts } from './texts';
import { TOUCHED, type Quote } from './vendors';

/** What can be done with a quote where it stands. */
export function QuoteActs({ quote, size }: { quote: Quote; size?: string }) {
  const t = useTexts(texts);
  const profile = useProfile();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'price' | 'reason' | 'order' | null>(null);
  const close = () => setAsking(null);
  const path = { quote: quote.id };
  const approve = useAct({
    act: () => read(api.POST('/api/v1/quotes/{quote}/approve', { params: { path } })),
    touches: TOUCHED,
    done: t.approved,
  });
  const writes = may(profile, 'VENDOR_WRITE');
  const decides = may(profile, 'QUOTE_APPROVE') && quote.status === 'RECEIVED';
  return (
    <>
      {writes && quote.status === 'REQUESTED' && (
        <Button size={size} onClick={() => setAsking('price')}>
          {t.receive}
        </Button>
      )}
      {decides && (
        <>
          <Button size={size} variant="default" onClick={() => setAsking('reason')}>
            {t.reject}
          </Button>
          <Confirm
            size={size}
            variant="filled"
            color="harbour"
            act={t.approve}
            question={t.approveQuestion(quote.vendorName ?? '', money(quote.amount))}
            loading={approve.isPending}
            onConfirm={() => approve.mutate()}
          />
        </>
      )}
      {writes && quote.status === 'APPROVED' && (
        <Button size={size} onClick={() => setAsking('order')}>
          {t.openOrder}
        </Button>
      )}
      {asking === 'price' && <PriceForm quote={quote} onClose={close} />}
      {asking === 'reason' && (
        <ReasonForm
          act={t.reject}
          hint={t.rejectHint}
          done={t.rejected}
          touches={TOUCHED}
          onClose={close}
          onSubmit={(reason) =>
            read(api.POST('/api/v1/quotes/{quote}/reject', { params: { path }, body: { reason } }))
          }
        />
      )}
      {asking === 'order' && (
        <OpenOrderForm
          cause={{ ...quote, quoteId: quote.id }}
          onClose={close}
          then={(order) => void navigate(`/work-orders/${order.id}`)}
        />
      )}
    </>
  );
}

function PriceForm({ quote, onClose }: { quote: Quote; onClose: () => void }) {
  const t = useTexts(texts);
  const [key, setKey] = useState(idempotencyKey);
  const [share, setShare] = useState<number | null>(null);
  const kept = useRef<{ file: File; document: string } | null>(null);
  const currency = useBuildingAccount(quote.buildingId ?? '').data?.balance?.[0]?.currency ?? '';
  const form = useForm({
    initialValues: { amount: '', offer: null as File | null },
    validate: {
      amount: (text) => (isAmount(text, currency) ? null : t.notAmount),
      offer: (file) => (file && !typeOf(file) ? t.notOffer : null),
    },
    onValuesChange: () => setKey(idempotencyKey()),
  });
  /** Once, however often the price is sent. */
  const keep = async (file: File): Promise<string> => {
    if (kept.current?.file === file) return kept.current.document;
    const { id } = await upload(
      file,
      { category: 'OTHER', visibility: 'ADMINS', buildingId: quote.buildingId ?? '', unitId: '' },
      setShare,
    ).finally(() => setShare(null));
    kept.current = { file, document: id };
    return id;
  };
  return (
    <FormModal
      title={t.receive}
      act={t.save}
      form={form}
      onClose={onClose}
      done={t.wasReceived}
      touches={TOUCHED}
      onSubmit={async ({ amount, offer }) =>
        read(
          api.POST('/api/v1/quotes/{quote}/receive', {
            params: { path: { quote: quote.id }, header: { 'Idempotency-Key': key } },
            body: { amount: amountOf(amount, currency), documentId: offer && (await keep(offer)) },
          }),
        )
      }
    >
      <AmountInput
        label={t.amount}
        required
        data-autofocus
        currency={currency}
        {...form.getInputProps('amount')}
      />
      <FileInput
        label={t.offer}
        description={t.offerHint}
        placeholder={t.chooseFile}
        leftSection={<IconPaperclip size={16} aria-hidden />}
        accept={TAKEN}
        clearable
        clearButtonProps={{ 'aria-label': t.withoutFile }}
        {...form.getInputProps('offer')}
      />
      {share !== null && <Progress aria-label={t.sendingOffer} value={Math.round(share * 100)} size="sm" />}
    </FormModal>
  );
}
