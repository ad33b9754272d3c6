import { Tabs } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { useTexts } from '@/kernel/texts';
import { PageHeader } from '@/parts/PageHeader';
import { Health } from './Health';
import { SlowQueries } from './SlowQueries';
import { texts } from './texts';

export function Component() {
  const t = useTexts(texts);
  const [search, setSearch] = useSearchParams();
  return (
    <>
      <PageHeader title={t.system} hint={t.hint} />
      <Tabs
        value={search.get('view') === 'slow' ? 'slow' : 'health'}
        onChange={(view) => setSearch(view === 'slow' ? { view } : {}, { replace: true })}
        keepMounted={false}
      >
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
