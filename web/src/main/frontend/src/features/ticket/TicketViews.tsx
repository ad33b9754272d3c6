import { Button, Menu, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure, useLocalStorage } from '@mantine/hooks';
import { IconBookmark, IconBookmarkPlus, IconTrash } from '@tabler/icons-react';
import { Link, useLocation } from 'react-router';
import { useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { FormModal } from '@/parts/FormModal';
import { texts } from './texts';

type View = { name: string; search: string };
const LONGEST_NAME = 40;

/** Filters that somebody comes back to, by a name. One's own are kept in this browser, for this person and company. */
export function TicketViews() {
  const t = useTexts(texts);
  const { tenantId, user } = useProfile();
  const { search } = useLocation();
  const [saving, save] = useDisclosure();
  const [own, setOwn] = useLocalStorage<View[]>({
    key: `buildingos.ticket-views.${tenantId}.${user.id}`,
    defaultValue: [],
  });
  const everybodys: View[] = [
    { name: t.viewMine, search: '?assigned=me' },
    { name: t.viewUrgent, search: '?priority=URGENT&assigned=nobody' },
    { name: t.viewBoard, search: '?view=board' },
  ];
  const here = own.find((view) => view.search === search);
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={16} aria-hidden />}>
            {here?.name ?? t.views}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {[...everybodys, ...own].map((view) => (
            <Menu.Item key={view.name + view.search} component={Link} to={view.search}>
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          {here ? (
            <Menu.Item
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => setOwn(own.filter((view) => view !== here))}
            >
              {t.forgetView(here.name)}
            </Menu.Item>
          ) : (
            <Menu.Item
              leftSection={<IconBookmarkPlus size={16} aria-hidden />}
              disabled={search === ''}
              onClick={save.open}
            >
              {t.saveView}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {saving && (
        <NameView
          onClose={save.close}
          onName={(name) => setOwn([...own.filter((view) => view.name !== name), { name, search }])}
        />
      )}
    </>
  );
}

function NameView({ onClose, onName }: { onClose: () => void; onName: (name: string) => void }) {
  const t = useTexts(texts);
  const form = useForm({ initialValues: { name: '' } });
  return (
    <FormModal
      title={t.saveView}
      act={t.save}
      form={form}
      onClose={onClose}
      done={t.viewSaved}
      onSubmit={async ({ name }) => onName(name.trim())}
    >
      <TextInput
        label={t.viewName}
        required
        maxLength={LONGEST_NAME}
        data-autofocus
        {...form.getInputProps('name')}
      />
    </FormModal>
  );
}
