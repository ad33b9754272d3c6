import { Text } from '@mantine/core';
import { useJobWords } from './jobTexts';

/** What a job is called, and the name that the command line and the filters know it by. */
export function JobName({ job }: { job: string | null }) {
  const words = useJobWords();
  return (
    <>
      <Text fz="sm" fw={550}>
        {words.name(job)}
      </Text>
      <Text fz="xs" c="dimmed" ff="monospace">
        {job}
      </Text>
    </>
  );
}
