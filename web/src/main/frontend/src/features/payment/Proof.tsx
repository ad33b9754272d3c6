import { Paper, Text } from '@mantine/core';
import { DocumentById } from '@/features/document/DocumentById';
import type { Shown } from '@/kernel/api';
import { useTexts } from '@/kernel/texts';
import { texts } from './texts';

/** What was handed in as proof of a payment. */
export function Proof({ payment }: { payment: Shown<'PaymentView'> }) {
  const t = useTexts(texts);
  if (payment.proofDocumentId !== null) {
    return <DocumentById document={payment.proofDocumentId} name={t.proof} />;
  }
  return (
    <Paper withBorder p="md" component="section" aria-label={t.proof}>
      <Text fw={600} mb="xs">
        {t.proof}
      </Text>
      <Text fz="sm" c="dimmed">
        {t.noProof}
      </Text>
    </Paper>
  );
}
