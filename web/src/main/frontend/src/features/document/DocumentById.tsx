import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/kernel/api';
import { Failure } from '@/parts/States';
import { Preview } from './Preview';

/** A document that something else names: shown where that stands. */
export function DocumentById({ document, name }: { document: string; name: string }) {
  const found = useQuery({
    queryKey: ['document', document],
    queryFn: () => read(api.GET('/api/v1/documents/{document}', { params: { path: { document } } })),
  });
  if (found.isPending) return <Skeleton height={160} />;
  if (found.isError) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  return <Preview document={found.data} name={name} />;
}
