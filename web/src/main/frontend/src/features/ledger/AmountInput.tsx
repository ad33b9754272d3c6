import { TextInput, type TextInputProps } from '@mantine/core';
import { minorUnits } from '@/kernel/format';

/** A field for an amount: {@link isAmount} says whether it is one. */
export function AmountInput({ currency, ...field }: TextInputProps & { currency: string }) {
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      rightSection={currency}
      rightSectionWidth={56}
      rightSectionPointerEvents="none"
      className="figures"
      {...field}
    />
  );
}

export function isAmount(text: string, currency: string): boolean {
  const value = minorUnits(text, currency);
  return value !== null && value > 0;
}

/** Of a text that {@link isAmount}. */
export function amountOf(text: string, currency: string) {
  return { amountMinor: minorUnits(text, currency) ?? 0, currency };
}
