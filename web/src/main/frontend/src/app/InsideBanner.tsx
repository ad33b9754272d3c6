import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconSpy } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { instant } from '@/kernel/format';
import { queries } from '@/kernel/queries';
import { comeOut, type Profile } from '@/kernel/session';
import { catalogue, useTexts } from '@/kernel/texts';
import { told } from '@/kernel/told';
import classes from './InsideBanner.module.css';

const texts = catalogue({
  en: {
    inside: (tenant: string) => `You are acting inside ${tenant} as an administrator.`,
    traced: (until: string) => `Every step is in its audit log, with your name. Ends by itself: ${until}.`,
    stop: 'Stop acting inside',
    over: 'Your hour inside the company is over.',
  },
  es: {
    inside: (tenant: string) => `Está actuando dentro de ${tenant} como administrador.`,
    traced: (until: string) => `Cada paso queda en su auditoría, con su nombre. Termina solo: ${until}.`,
    stop: 'Dejar de actuar',
    over: 'Su hora dentro de la empresa terminó.',
  },
});

type Props = { impersonation: NonNullable<Profile['impersonation']> };

/** For as long as a platform administrator acts inside a company: over every page, whatever is scrolled. */
export function InsideBanner({ impersonation }: Props) {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const [leaving, setLeaving] = useState(false);
  const { tenantName, endsAt } = impersonation;
  const leave = useCallback(async () => {
    setLeaving(true);
    try {
      await comeOut();
      queries.clear();
      await navigate('/platform/tenants');
    } catch (failure) {
      setLeaving(false);
      notifications.show({ ...told(failure), color: 'red' });
    }
  }, [navigate]);
  useEffect(() => {
    const end = setTimeout(
      () => {
        notifications.show({ message: t.over, color: 'orange', autoClose: false });
        void leave();
      },
      Date.parse(endsAt) - Date.now(),
    );
    return () => clearTimeout(end);
  }, [endsAt, leave, t.over]);
  return (
    <>
      <div className={classes.frame} aria-hidden />
      <Group className={classes.banner} role="status" justify="space-between" wrap="nowrap" gap="sm">
        <Group gap="sm" wrap="nowrap">
          <IconSpy size={22} style={{ flexShrink: 0 }} />
          <div>
            <Text fw={650} fz="sm">
              {t.inside(tenantName)}
            </Text>
            <Text fz="xs" visibleFrom="xs">
              {t.traced(instant(endsAt))}
            </Text>
          </div>
        </Group>
        <Button
          size="xs"
          color="dark"
          loading={leaving}
          onClick={() => void leave()}
          style={{ flexShrink: 0 }}
        >
          {t.stop}
        </Button>
      </Group>
    </>
  );
}
