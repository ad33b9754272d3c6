import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { may, useProfile } from '@/kernel/session';
import { useTexts } from '@/kernel/texts';
import { PageHeader } from '@/parts/PageHeader';
import { AskForm } from './AskForm';
import { asking } from './sides';
import { SupportTickets } from './SupportTickets';
import { texts } from './texts';

/** What the company asked the platform. */
export function Component() {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const [opened, ask] = useDisclosure();
  const act = may(useProfile(), asking.writes) && (
    <Button leftSection={<IconPlus size={16} />} onClick={ask.open}>
      {t.ask}
    </Button>
  );
  return (
    <>
      <PageHeader title={t.support} hint={t.hint} actions={act} />
      <SupportTickets side={asking} action={act} />
      {opened && <AskForm onClose={ask.close} then={({ id }) => void navigate(`${asking.page}/${id}`)} />}
    </>
  );
}
