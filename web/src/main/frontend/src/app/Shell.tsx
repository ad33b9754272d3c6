import { AppShell, Burger, Group, NavLink, ScrollArea, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Fragment, Suspense, useEffect, useRef } from 'react';
import { Link, Navigate, Outlet, useLocation } from 'react-router';
import { Bell } from '@/features/notification/Bell';
import { useSession } from '@/kernel/session';
import { catalogue, useTexts } from '@/kernel/texts';
import { RowsLoading } from '@/parts/States';
import { contentOfPage } from '@/parts/useReturnedFocus';
import { areasOf } from './areas';
import { groups, names } from './areaTexts';
import { Brand } from './Brand';
import { InsideBanner } from './InsideBanner';
import { PersonMenu } from './PersonMenu';
import { TenantSwitcher } from './TenantSwitcher';

const texts = catalogue({
  en: {
    skip: 'Skip to content',
    menu: 'Menu',
  },
  es: {
    skip: 'Saltar al contenido',
    menu: 'Menú',
  },
});

export function Component() {
  const t = useTexts(texts);
  const name = useTexts(names);
  const group = useTexts(groups);
  const session = useSession();
  const { pathname, search } = useLocation();
  const [opened, { toggle, close }] = useDisclosure();
  const from = useRef(pathname);
  // The link that was followed may be gone with its page: reading goes on where the next one begins.
  useEffect(() => {
    if (from.current !== pathname && document.activeElement === document.body) {
      contentOfPage()?.focus({ preventScroll: true });
    }
    from.current = pathname;
  }, [pathname]);
  if (session.is !== 'in' && session.is !== 'expired') {
    const next = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/login${next}`} replace />;
  }
  const { profile } = session;
  const areas = areasOf(profile);
  // A short menu needs no headings.
  const headed = new Set(areas.map(({ group }) => group)).size > 2;
  const here = areas
    .filter(({ to, also = [] }) =>
      [to, ...also].some((each) => pathname === each || pathname.startsWith(`${each}/`)),
    )
    .sort((one, other) => other.to.length - one.to.length)[0];
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 224, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding="lg"
    >
      <a className="skip-link" href="#content">
        {t.skip}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t.menu} />
            <Brand />
          </Group>
          <Group gap="xs" wrap="nowrap">
            <TenantSwitcher profile={profile} />
            {profile.tenantId && <Bell />}
            <PersonMenu profile={profile} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" bg="var(--shell-rail)">
        <ScrollArea>
          {areas.map((area, index) => (
            <Fragment key={area.to}>
              {headed && area.group && area.group !== areas[index - 1]?.group && (
                <Text fz="xs" fw={600} c="dimmed" px="sm" pt="md" pb={4}>
                  {group[area.group]}
                </Text>
              )}
              <NavLink
                component={Link}
                to={area.to}
                label={name[area.name]}
                leftSection={<area.icon size={18} stroke={1.7} />}
                active={area === here}
                aria-current={area === here ? 'page' : undefined}
                onClick={close}
                py={6}
                style={{ borderRadius: 'var(--mantine-radius-md)' }}
              />
            </Fragment>
          ))}
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        {profile.impersonation && <InsideBanner impersonation={profile.impersonation} />}
        <Suspense fallback={<RowsLoading />}>
          <Outlet />
        </Suspense>
      </AppShell.Main>
    </AppShell>
  );
}
