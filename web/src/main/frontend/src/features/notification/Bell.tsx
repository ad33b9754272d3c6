import { ActionIcon, Anchor, Button, Group, Indicator, Popover, ScrollArea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useTexts } from '@/kernel/texts';
import { Feed } from './Feed';
import { texts } from './texts';
import { useFeed, useReadAll, useUnread } from './useNotifications';

const LATEST = 8;

/** How much is unread, and the latest of it one click away. */
export function Bell() {
  const t = useTexts(texts);
  const unread = useUnread();
  const [opened, { toggle, close }] = useDisclosure();
  return (
    <Popover
      opened={opened}
      onChange={(open) => !open && close()}
      width={360}
      position="bottom-end"
      trapFocus
      returnFocus
      shadow="md"
    >
      <Indicator
        disabled={unread === 0}
        label={unread > 99 ? '99+' : unread}
        size={16}
        color="red.8"
        offset={5}
      >
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            radius="xl"
            aria-label={t.bell(unread)}
            onClick={toggle}
          >
            <IconBell size={20} />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown aria-label={t.notifications}>
        {opened && <Latest unread={unread} onLeave={close} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function Latest({ unread, onLeave }: { unread: number; onLeave: () => void }) {
  const t = useTexts(texts);
  const list = useFeed(false);
  const readAll = useReadAll();
  return (
    <>
      <ScrollArea.Autosize mah="60vh">
        <Feed list={list} most={LATEST} onLeave={onLeave} />
      </ScrollArea.Autosize>
      <Group justify="space-between" mt="sm">
        <Anchor component={Link} to="/notifications" fz="sm" onClick={onLeave}>
          {t.all}
        </Anchor>
        {unread > 0 && (
          <Button
            size="compact-xs"
            variant="default"
            loading={readAll.isPending}
            onClick={() => readAll.mutate()}
          >
            {t.readAll}
          </Button>
        )}
      </Group>
    </>
  );
}
