import { api, read } from '@/kernel/api';
import { useTexts } from '@/kernel/texts';
import { PageHeader } from '@/parts/PageHeader';
import { AuditTable } from './AuditTable';
import { texts } from './texts';

export function Component() {
  const t = useTexts(texts);
  return (
    <>
      <PageHeader title={t.audit} hint={t.hint} />
      <AuditTable
        scope="platform"
        page={(query) => read(api.GET('/api/v1/platform/audit', { params: { query } }))}
      />
    </>
  );
}
