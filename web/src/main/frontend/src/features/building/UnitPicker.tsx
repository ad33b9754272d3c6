import { useState, type ReactNode } from 'react';
import { PlacePicker } from './PlacePicker';

type Props = { value: string; onChange: (unit: string) => void; error?: ReactNode };

/** For forms that send a unit alone: its building only helps to find it. */
export function UnitPicker({ value, onChange, error }: Props) {
  const [building, setBuilding] = useState('');
  return (
    <PlacePicker
      needs="unit"
      building={building}
      unit={value}
      onChange={(chosen, unit) => {
        setBuilding(chosen);
        onChange(unit);
      }}
      unitError={error}
    />
  );
}
