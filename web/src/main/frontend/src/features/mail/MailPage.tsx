import { Tabs } from '@mantine/core';
import { useView } from '@/kernel/filters';
import { useTexts } from '@/kernel/texts';
import { PageHeader } from '@/parts/PageHeader';
import { Outbox } from './Outbox';
import { Suppressions } from './Suppressions';
import { texts } from './texts';

export function Component() {
  const t = useTexts(texts);
  const [view, show] = useView('outbox', 'blocked');
  return (
    <>
      <PageHeader title={t.mail} hint={t.hint} />
      <Tabs value={view} onChange={show} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="outbox">{t.outbox}</Tabs.Tab>
          <Tabs.Tab value="blocked">{t.blocked}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="outbox">
          <Outbox />
        </Tabs.Panel>
        <Tabs.Panel value="blocked">
          <Suppressions />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
