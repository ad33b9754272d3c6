import { Button, Center, Group, Paper, SegmentedControl, Tabs } from '@mantine/core';
import { useFilters } from '@/kernel/filters';
import { useTexts } from '@/kernel/texts';
import { More } from '@/parts/More';
import { PageHeader } from '@/parts/PageHeader';
import { Feed } from './Feed';
import { Preferences } from './Preferences';
import { texts } from './texts';
import { useFeed, useReadAll, useUnread } from './useNotifications';

export function Component() {
  const t = useTexts(texts);
  const { values, set } = useFilters('show', 'view');
  const unread = values.show === 'unread';
  const list = useFeed(unread);
  const waiting = useUnread();
  const readAll = useReadAll();
  return (
    <>
      <PageHeader
        title={t.notifications}
        actions={
          waiting > 0 && (
            <Button variant="default" loading={readAll.isPending} onClick={() => readAll.mutate()}>
              {t.readAll}
            </Button>
          )
        }
      />
      <Tabs
        value={values.view || 'feed'}
        onChange={(view) => set('view', view === 'feed' ? '' : view)}
        keepMounted={false}
      >
        <Tabs.List mb="sm">
          <Tabs.Tab value="feed">{t.feed}</Tabs.Tab>
          <Tabs.Tab value="preferences">{t.preferences}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="feed">
          <Group mb="sm">
            <SegmentedControl
              aria-label={t.show}
              value={unread ? 'unread' : 'all'}
              onChange={(value) => set('show', value === 'unread' ? value : '')}
              data={[
                { value: 'all', label: t.everything },
                { value: 'unread', label: t.unread },
              ]}
            />
          </Group>
          <Paper withBorder p="md" maw={720}>
            <Feed list={list} />
            {list.hasNextPage && (
              <Center mt="sm">
                <More list={list}>{t.more}</More>
              </Center>
            )}
          </Paper>
        </Tabs.Panel>
        <Tabs.Panel value="preferences">
          <Preferences />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
