import { Tabs } from '@mantine/core';
import { useView } from '@/kernel/filters';
import { useTexts } from '@/kernel/texts';
import { PageHeader } from '@/parts/PageHeader';
import { Health } from './Health';
import { SlowQueries } from './SlowQueries';
import { texts } from './texts';

export function Component() {
  const t = useTexts(texts);
  const [view, show] = useView('health', 'slow');
  return (
    <>
      <PageHeader title={t.system} hint={t.hint} />
      <Tabs value={view} onChange={show} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="health">{t.health}</Tabs.Tab>
          <Tabs.Tab value="slow">{t.slow}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="health">
          <Health />
        </Tabs.Panel>
        <Tabs.Panel value="slow">
          <SlowQueries />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
