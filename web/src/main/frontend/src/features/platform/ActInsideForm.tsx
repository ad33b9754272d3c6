import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { api, read, type Shown } from '@/kernel/api';
import { useList } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { More } from '@/parts/More';
import { Failure, RowsLoading } from '@/parts/States';
import { Dialog } from '@/parts/Dialog';
import { texts } from './texts';
import { useActInside } from './useActInside';

type Props = { user: Shown<'PlatformUserView'>; onClose: () => void };

/** Which of the user's companies to act inside: as its administrator, never as the user. */
export function ActInsideForm({ user, onClose }: Props) {
  const t = useTexts(texts);
  const actInside = useActInside();
  const [chosen, choose] = useState<string>();
  const list = useList(['tenants', 'of', user.id], (cursor) =>
    read(
      api.GET('/api/v1/platform/tenants', {
        params: { query: { cursor, userId: user.id, sort: 'name' } },
      }),
    ),
  );
  const open = list.items.filter(({ status }) => status !== 'CLOSED');
  const tenant = open.find(({ id }) => id === chosen) ?? (open.length === 1 ? open[0] : undefined);
  return (
    <Dialog onClose={onClose} title={t.impersonate} centered>
      <Stack>
        {list.isPending && <RowsLoading rows={2} />}
        {list.isError && <Failure failure={list.error} retry={() => void list.refetch()} />}
        {list.isSuccess && open.length === 0 && <Text>{t.ofNoCompany(user.name ?? '')}</Text>}
        {open.length > 1 && (
          <Radio.Group label={t.whichCompany(user.name ?? '')} value={chosen ?? ''} onChange={choose}>
            <Stack gap="xs" mt="xs">
              {open.map(({ id, name }) => (
                <Radio key={id} value={id} label={name} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <More list={list}>{t.more}</More>
        {tenant && <Text>{t.impersonateQuestion(tenant.name ?? '')}</Text>}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t.cancel}
          </Button>
          {open.length > 0 && (
            <Button
              color="red"
              disabled={!tenant}
              loading={actInside.isPending}
              onClick={() => tenant && actInside.mutate({ id: tenant.id })}
            >
              {t.impersonate}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}
