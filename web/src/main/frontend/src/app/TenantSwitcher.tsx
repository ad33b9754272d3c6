import { Select, Text } from '@mantine/core';
import { useNavigate } from 'react-router';
import { queries } from '@/kernel/queries';
import { switchTo, type Profile } from '@/kernel/session';
import { catalogue, useTexts } from '@/kernel/texts';

const texts = catalogue({ en: { company: 'Company' }, es: { company: 'Empresa' } });

export function TenantSwitcher({ profile }: { profile: Profile }) {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const tenants = new Map(profile.memberships.map((each) => [each.tenantId, each.tenantName]));
  if (tenants.size < 2) {
    return (
      <Text fz="sm" c="dimmed" visibleFrom="xs" maw={280} truncate>
        {tenants.get(profile.tenantId ?? '')}
      </Text>
    );
  }
  return (
    <Select
      aria-label={t.company}
      data={[...tenants].map(([value, label]) => ({ value, label }))}
      value={profile.tenantId}
      allowDeselect={false}
      size="xs"
      w={200}
      visibleFrom="xs"
      onChange={async (tenant) => {
        if (!tenant) return;
        await switchTo(tenant);
        queries.clear();
        await navigate('/');
      }}
    />
  );
}
