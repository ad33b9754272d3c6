import { Paper, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Preview } from '@/features/document/Preview';
import { api, read, type Shown } from '@/kernel/api';
import { useTexts } from '@/kernel/texts';
import { Failure } from '@/parts/States';
import { texts } from './texts';

/** What was handed in as proof of a payment. */
export function Proof({ payment }: { payment: Shown<'PaymentView'> }) {
  const t = useTexts(texts);
  const document = payment.proofDocumentId;
  const found = useQuery({
    queryKey: ['document', document],
    queryFn: () =>
      read(api.GET('/api/v1/documents/{document}', { params: { path: { document: document ?? '' } } })),
    enabled: document !== null,
  });
  if (document === null) {
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
  if (found.isPending) return <Skeleton height={160} />;
  if (found.isError) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  return <Preview document={found.data} name={t.proof} />;
}
