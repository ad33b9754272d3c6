import { Button, Group, Pill, Select, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { PlacePicker } from '@/features/building/PlacePicker';
import { roleNames } from '@/features/identity/roleNames';
import { capital } from '@/kernel/format';
import { useTexts } from '@/kernel/texts';
import { texts } from './texts';
import { useTargetName, type Target } from './useTargetName';

const KINDS = ['TENANT', 'BUILDING', 'UNIT', 'ROLE'] as const;
const ROLES = ['TENANT_OWNER', 'TENANT_ADMIN', 'OPERATOR', 'RESIDENT'] as const;
type Kind = Target['kind'];
type Role = NonNullable<Target['role']>;
type Props = { targets: Target[]; onChange: (targets: Target[]) => void; error?: ReactNode };

/** To whom: everybody, or as many groups of recipients as one likes. */
export function TargetPicker({ targets, onChange, error }: Props) {
  const t = useTexts(texts);
  const role = useTexts(roleNames);
  const name = useTargetName();
  const [kind, setKind] = useState<Exclude<Kind, 'TENANT'> | null>(null);
  const [named, setNamed] = useState<Role>('RESIDENT');
  const [place, setPlace] = useState({ building: '', unit: '' });
  const [missing, setMissing] = useState(false);
  const choose = (next: Kind | null): void => {
    setMissing(false);
    setKind(next === 'TENANT' ? null : next);
    if (next === 'TENANT') onChange([{ kind: next }]);
  };
  const add = (): void => {
    if (!kind) return;
    const placeless = kind === 'BUILDING' ? !place.building : kind === 'UNIT' && !place.unit;
    setMissing(placeless);
    if (placeless) return;
    const target: Target = { kind };
    if (kind === 'BUILDING') target.buildingId = place.building;
    if (kind === 'UNIT') Object.assign(target, { buildingId: place.building, unitId: place.unit });
    if (kind === 'ROLE') target.role = named;
    // Whoever names some doesn't mean everybody any more.
    onChange([...targets.filter((each) => each.kind !== 'TENANT'), target]);
    setKind(null);
  };
  return (
    <Stack gap="xs">
      <Group align="flex-end">
        <Select
          label={t.targets}
          placeholder={targets.length > 0 ? t.chooseMore : t.choose}
          withAsterisk
          value={kind}
          onChange={(next) => choose(next as Kind | null)}
          data={KINDS.map((value) => ({ value, label: t.kinds[value] }))}
        />
        {kind === 'ROLE' && (
          <Select
            label={t.role}
            allowDeselect={false}
            value={named}
            onChange={(next) => setNamed(next as Role)}
            data={ROLES.map((value) => ({ value, label: capital(role[value]) }))}
          />
        )}
        {kind && (
          <Button variant="default" onClick={add}>
            {t.addTarget}
          </Button>
        )}
      </Group>
      {(kind === 'BUILDING' || kind === 'UNIT') && (
        <PlacePicker
          building={place.building}
          unit={place.unit}
          wholeBuildings={kind === 'BUILDING'}
          needs={kind === 'BUILDING' ? 'building' : 'unit'}
          onChange={(building, unit) => setPlace({ building, unit })}
        />
      )}
      {missing && (
        <Text c="red" fz="sm" role="alert">
          {t.placeMissing}
        </Text>
      )}
      {targets.length > 0 && (
        <Group gap={6}>
          {targets.map((target, index) => (
            <Pill
              key={`${target.kind}${target.buildingId}${target.unitId}${target.role}${index}`}
              withRemoveButton
              onRemove={() => onChange(targets.filter((each) => each !== target))}
              removeButtonProps={{ 'aria-label': t.remove(name(target)), tabIndex: 0, 'aria-hidden': false }}
            >
              {name(target)}
            </Pill>
          ))}
        </Group>
      )}
      {error && (
        <Text c="red" fz="sm" role="alert">
          {error}
        </Text>
      )}
    </Stack>
  );
}
