import { Anchor, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { raw, type Shown } from '@/kernel/api';
import { useTexts } from '@/kernel/texts';
import { told } from '@/kernel/told';
import { Failure } from '@/parts/States';
import { useProofs } from './proof';
import { texts } from './texts';

type Document = Shown<'DocumentView'>;

/** What was handed in as proof of a payment: pictures in place, the rest one click away. */
export function Proof({ payment }: { payment: Shown<'PaymentView'> }) {
  const t = useTexts(texts);
  const proofs = useProofs(payment);
  if (proofs.isPending) return <Skeleton height={160} />;
  if (proofs.isError) return <Failure failure={proofs.error} retry={() => void proofs.refetch()} />;
  return (
    <Paper withBorder p="md" component="section" aria-label={t.proof}>
      <Text fw={600} mb="xs">
        {t.proof}
      </Text>
      {proofs.data.items.length === 0 && (
        <Text fz="sm" c="dimmed">
          {t.noProof}
        </Text>
      )}
      <Stack>
        {proofs.data.items.map((document) => (
          <Shot key={document.id} document={document} />
        ))}
      </Stack>
    </Paper>
  );
}

function Shot({ document }: { document: Document }) {
  const t = useTexts(texts);
  const content = useQuery({
    queryKey: ['document-content', document.id, document.revision],
    queryFn: async () => (await raw(`/api/v1/documents/${document.id}/content`)).blob(),
    staleTime: Infinity,
  });
  const address = useAddress(content.data);
  if (content.isError) return <Text role="alert">{told(content.error).message}</Text>;
  if (!address) return <Skeleton height={160} />;
  const name = document.fileName ?? '';
  return document.contentType?.startsWith('image/') ? (
    <Anchor href={address} target="_blank" rel="noreferrer" aria-label={t.openProof(name)}>
      <img
        src={address}
        alt={t.proof}
        style={{ maxWidth: '100%', maxHeight: '60vh', objectFit: 'contain' }}
      />
    </Anchor>
  ) : (
    <Anchor href={address} download={name}>
      {t.openProof(name)}
    </Anchor>
  );
}

/** Of bytes that are here already: an address of the store would have to be allowed in every page. */
function useAddress(content: Blob | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!content) return undefined;
    const made = URL.createObjectURL(content);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return address;
}
