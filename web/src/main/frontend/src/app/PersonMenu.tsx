import { ActionIcon, Avatar, Menu, useMantineColorScheme } from '@mantine/core';
import { IconLanguage, IconLogout, IconMoon, IconSun, IconUserCircle } from '@tabler/icons-react';
import { Link } from 'react-router';
import { queries } from '@/kernel/queries';
import { logOut, type Profile } from '@/kernel/session';
import { catalogue, speak, useLanguage, useTexts } from '@/kernel/texts';

const texts = catalogue({
  en: { menu: 'Account', profile: 'Profile and security', light: 'Light', dark: 'Dark', logOut: 'Log out' },
  es: { menu: 'Cuenta', profile: 'Perfil y seguridad', light: 'Claro', dark: 'Oscuro', logOut: 'Salir' },
});

export function PersonMenu({ profile }: { profile: Profile }) {
  const t = useTexts(texts);
  const spoken = useLanguage();
  const { setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <ActionIcon variant="transparent" size="lg" radius="xl" aria-label={t.menu}>
          <Avatar size={32} radius="xl" color="harbour" alt="" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{profile.user.email}</Menu.Label>
        <Menu.Item component={Link} to="/profile" leftSection={<IconUserCircle size={16} />}>
          {t.profile}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLanguage size={16} />}
          onClick={() => speak(spoken === 'en' ? 'es' : 'en')}
        >
          {spoken === 'en' ? 'Español' : 'English'}
        </Menu.Item>
        <Menu.Item leftSection={<IconSun size={16} />} onClick={() => setColorScheme('light')}>
          {t.light}
        </Menu.Item>
        <Menu.Item leftSection={<IconMoon size={16} />} onClick={() => setColorScheme('dark')}>
          {t.dark}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={16} />}
          onClick={async () => {
            await logOut();
            queries.clear();
          }}
        >
          {t.logOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
