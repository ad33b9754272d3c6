import { Anchor, Button, Code, Paper, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { raw } from '@/kernel/api';
import { useTexts } from '@/kernel/texts';
import { Failure } from '@/parts/States';
import type { Document } from './documents';
import classes from './Preview.module.css';
import { texts } from './texts';

const LARGEST = 20_000_000;
const CHARACTERS = 20_000;

/** Pictures and text in place; PDF in the browser's own viewer, which our pages may not frame. */
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
  const { address, text } = useShown(content.data, type);
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
      {address && type === 'application/pdf' && (
        <Button component="a" href={address} target="_blank" rel="noreferrer" variant="default">
          {t.show}
        </Button>
      )}
      {text !== null && (
        <Code block tabIndex={0} mah="70vh">
          {text}
        </Code>
      )}
    </Paper>
  );
}

function useShown(content: Blob | undefined, type: string): { address: string | null; text: string | null } {
  const [address, setAddress] = useState<string | null>(null);
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    if (!content) return undefined;
    if (type.startsWith('text/')) {
      void content.text().then((all) => setText(all.slice(0, CHARACTERS)));
      return undefined;
    }
    const made = URL.createObjectURL(content.slice(0, content.size, type));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content, type]);
  return { address, text };
}
