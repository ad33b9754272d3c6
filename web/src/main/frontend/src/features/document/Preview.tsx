import { Anchor, Code, Paper, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { raw } from '@/kernel/api';
import { useTexts } from '@/kernel/texts';
import { PdfFrame } from '@/parts/PdfFrame';
import { Failure } from '@/parts/States';
import { useAddress } from '@/parts/useAddress';
import type { Document } from './documents';
import classes from './Preview.module.css';
import { texts } from './texts';

const LARGEST = 20_000_000;
const CHARACTERS = 20_000;

/** Pictures, text and papers in place. */
export function Preview({ document, name }: { document: Document; name?: string }) {
  const t = useTexts(texts);
  const called = document.fileName ?? '';
  const type = document.contentType ?? '';
  const shows = /^(image|text)\/|^application\/pdf$/.test(type) && document.size <= LARGEST;
  const content = useQuery({
    queryKey: ['document-content', document.id, document.revision],
    queryFn: async () => (await raw(`/api/v1/documents/${document.id}/content`)).blob(),
    staleTime: Infinity,
    enabled: shows,
  });
  const written = type.startsWith('text/');
  const address = useAddress(written ? undefined : content.data, type);
  const text = useText(written ? content.data : undefined);
  return (
    <Paper withBorder p="md" component="section" aria-label={name ?? t.preview}>
      {name && (
        <Text fw={600} mb="xs">
          {name}
        </Text>
      )}
      {!shows && (
        <Text c="dimmed" fz="sm">
          {t.noPreview}
        </Text>
      )}
      {shows && content.isPending && <Skeleton height={240} />}
      {content.isError && <Failure failure={content.error} retry={() => void content.refetch()} />}
      {address && type.startsWith('image/') && (
        <Anchor href={address} target="_blank" rel="noreferrer" aria-label={t.open(called)} display="block">
          <img src={address} alt={name ?? called} className={classes.picture} />
        </Anchor>
      )}
      {address && type === 'application/pdf' && <PdfFrame address={address} name={called} />}
      {text !== null && (
        <Code block tabIndex={0} mah="70vh">
          {text}
        </Code>
      )}
    </Paper>
  );
}

function useText(content: Blob | undefined): string | null {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    void content?.text().then((all) => setText(all.slice(0, CHARACTERS)));
  }, [content]);
  return text;
}
