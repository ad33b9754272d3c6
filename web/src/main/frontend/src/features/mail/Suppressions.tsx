import { Button, Group, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconMailOff } from '@tabler/icons-react';
import { api, read, type Shown } from '@/kernel/api';
import { instant } from '@/kernel/format';
import { useAct, useList } from '@/kernel/queries';
import { useTexts } from '@/kernel/texts';
import { Confirm } from '@/parts/Confirm';
import { DataTable, pages, type Column } from '@/parts/DataTable';
import { FormModal } from '@/parts/FormModal';
import { EmptyState } from '@/parts/States';
import { texts } from './texts';

type Suppression = Shown<'SuppressionView'>;

/** Addresses that get no mail: those that bounced, and those somebody put here. */
export function Suppressions() {
  const t = useTexts(texts);
  const [blocking, form] = useDisclosure();
  const list = useList(['suppressions'], (cursor) =>
    read(api.GET('/api/v1/platform/mail/suppressions', { params: { query: { cursor } } })),
  );
  const allow = useAct({
    act: (suppression: string) =>
      api.DELETE('/api/v1/platform/mail/suppressions/{suppression}', { params: { path: { suppression } } }),
    touches: [['suppressions']],
    done: t.allowed,
  });
  const columns: Column<Suppression>[] = [
    {
      name: t.address,
      show: (each) => (
        <Text fz="sm" fw={550}>
          {each.address}
        </Text>
      ),
    },
    { name: t.reason, show: (each) => t.reasons[each.reason ?? ''] },
    { name: t.detail, show: (each) => each.detail, wide: true },
    { name: t.since, show: (each) => instant(each.createdAt), wide: true },
    {
      name: '',
      width: 100,
      show: (each) => (
        <Confirm
          size="compact-xs"
          act={t.allow}
          color="harbour"
          question={t.allowQuestion(each.address ?? '')}
          onConfirm={() => allow.mutate(each.id)}
        />
      ),
    },
  ];
  return (
    <>
      <Group mb="sm" justify="flex-end">
        <Button variant="default" onClick={form.open}>
          {t.block}
        </Button>
      </Group>
      <DataTable
        label={t.blocked}
        columns={columns}
        rows={list.items}
        id={(each) => each.id}
        loading={list.isPending}
        failure={list.error}
        retry={() => void list.refetch()}
        more={pages(list)}
        empty={<EmptyState icon={<IconMailOff />} title={t.noBlocked} hint={t.noBlockedHint} />}
      />
      {blocking && <BlockForm onClose={form.close} />}
    </>
  );
}

function BlockForm({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts);
  const form = useForm({ initialValues: { address: '', detail: '' } });
  return (
    <FormModal
      title={t.block}
      act={t.block}
      form={form}
      onClose={onClose}
      done={t.blockedNow}
      touches={[['suppressions']]}
      onSubmit={({ address, detail }) =>
        read(
          api.POST('/api/v1/platform/mail/suppressions', { body: { address, detail: detail || undefined } }),
        )
      }
    >
      <TextInput
        label={t.address}
        description={t.blocking}
        type="email"
        required
        data-autofocus
        {...form.getInputProps('address')}
      />
      <TextInput label={t.detail} {...form.getInputProps('detail')} />
    </FormModal>
  );
}
