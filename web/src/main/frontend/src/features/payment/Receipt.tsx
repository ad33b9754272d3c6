import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { Shown } from '@/kernel/api';
import { download } from '@/kernel/files';
import { useAct } from '@/kernel/queries';

/** The receipt's number, which saves its paper. */
export function Receipt({ payment }: { payment: Shown<'PaymentView'> }) {
  const save = useAct({ act: () => download(`/api/v1/receipts/${payment.receiptId}/pdf`) });
  if (!payment.receiptId) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconDownload size={14} />}
      loading={save.isPending}
      onClick={() => save.mutate()}
    >
      {payment.receiptNumber}
    </Button>
  );
}
