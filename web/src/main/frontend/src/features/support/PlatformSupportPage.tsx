import { useTexts } from '@/kernel/texts';
import { PageHeader } from '@/parts/PageHeader';
import { answering } from './sides';
import { SupportTickets } from './SupportTickets';
import { texts } from './texts';

/** What all companies ask. */
export function Component() {
  const t = useTexts(texts);
  return (
    <>
      <PageHeader title={t.support} hint={t.platformHint} />
      <SupportTickets side={answering} />
    </>
  );
}
