import { Button, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDownload, IconReceipt } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { raw, type Shown } from '@/kernel/api';
import { download } from '@/kernel/files';
import { useAct } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { PdfFrame } from '@/parts/PdfFrame';
import { Failure } from '@/parts/States';
import { useAddress } from '@/parts/useAddress';
import { Dialog } from '@/parts/Dialog';
import { texts } from './texts';

/** The receipt's number, which shows its paper. */
export function Receipt({ payment }: { payment: Shown<'PaymentView'> }) {
  const [opened, shown] = useDisclosure();
  if (!payment.receiptId) return null;
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconReceipt size={14} />}
        onClick={shown.open}
      >
        {payment.receiptNumber}
      </Button>
      {opened && <Paper id={payment.receiptId} number={payment.receiptNumber ?? ''} onClose={shown.close} />}
    </>
  );
}

function Paper({ id, number, onClose }: { id: string; number: string; onClose: () => void }) {
  const t = useTexts(texts);
  const path = `/api/v1/receipts/${id}/pdf`;
  const paper = useQuery({
    queryKey: ['receipt-paper', id],
    queryFn: async () => (await raw(path)).blob(),
    staleTime: Infinity,
  });
  const address = useAddress(paper.data, 'application/pdf');
  const save = useAct({ act: () => download(path) });
  return (
    <Dialog onClose={onClose} title={number} size="xl">
      {paper.isPending && <Skeleton height={320} />}
      {paper.isError && <Failure failure={paper.error} retry={() => void paper.refetch()} />}
      {address && <PdfFrame address={address} name={number} />}
      <Button
        mt="md"
        variant="default"
        leftSection={<IconDownload size={16} />}
        loading={save.isPending}
        onClick={() => save.mutate()}
      >
        {t.saveReceipt}
      </Button>
    </Dialog>
  );
}
