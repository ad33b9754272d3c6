import { Paper, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Shown } from '@/kernel/api';
import { number } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { texts } from './texts';
import { LINES } from './useExecution';

const NEAR_END = 40;
const COLOURS: Record<string, string> = { ERROR: 'var(--wrong)', WARN: 'var(--doubtful)' };

/** What it said. Follows the newest line, until somebody scrolls back to read. */
export function ExecutionLog({ lines }: { lines: Shown<'LogLine'>[] }) {
  const t = useTexts(texts);
  const frame = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const last = lines.at(-1)?.id;
  useEffect(() => {
    const { current } = frame;
    if (current && follows.current) current.scrollTop = current.scrollHeight;
  }, [last]);
  return (
    <section>
      <Title order={2} fz={17} mb="xs">
        {t.log}
      </Title>
      <Paper
        ref={frame}
        withBorder
        p="sm"
        mah={420}
        style={{ overflow: 'auto' }}
        tabIndex={0}
        role="log"
        aria-label={t.log}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          follows.current = scrollHeight - scrollTop - clientHeight < NEAR_END;
        }}
      >
        {lines.length === 0 && (
          <Text fz="sm" c="dimmed">
            {t.noLog}
          </Text>
        )}
        {lines.map((line) => (
          <Text
            key={line.id}
            fz="xs"
            ff="monospace"
            c={COLOURS[line.level ?? '']}
            style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
          >
            {line.at?.slice(11, 23).replace('Z', '')} {line.level} {line.text}
          </Text>
        ))}
      </Paper>
      {lines.length >= LINES && (
        <Text fz="xs" c="dimmed" mt={4}>
          {t.firstLines(number(LINES))}
        </Text>
      )}
    </section>
  );
}
