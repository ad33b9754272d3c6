import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { api, read } from '@/kernel/api';
import { useAct } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { PageHeader } from '@/parts/PageHeader';
import { AuditTable } from './AuditTable';
import { texts } from './texts';

export function Component() {
  const t = useTexts(texts);
  const verify = useAct({
    act: () => read(api.GET('/api/v1/audit/verification')),
    then: ({ broken, verified, waiting }) =>
      notifications.show({
        color: broken ? 'red' : 'teal',
        autoClose: broken ? false : undefined,
        message: broken ? t.broken(broken.position) : t.intact(verified) + t.waiting(waiting),
      }),
  });
  return (
    <>
      <PageHeader
        title={t.audit}
        hint={t.hint}
        actions={
          <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
            {t.verify}
          </Button>
        }
      />
      <AuditTable scope="tenant" page={(query) => read(api.GET('/api/v1/audit', { params: { query } }))} />
    </>
  );
}
