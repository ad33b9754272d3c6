import { Button, Group, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { placeViolations } from '@/kernel/forms';
import { useAct } from '@/kernel/queries';
import { catalogue, useTexts } from '@/kernel/texts';
import type { QueryKey } from '@tanstack/react-query';
import { Dialog } from './Dialog';

const texts = catalogue({ en: { cancel: 'Cancel' }, es: { cancel: 'Cancelar' } });

type Props<T extends Record<string, unknown>, O> = {
  title: string;
  act: string;
  form: UseFormReturnType<T>;
  onSubmit: (values: T) => Promise<O>;
  onClose: () => void;
  then?: (output: O) => void;
  done?: string;
  touches?: QueryKey[];
  size?: string;
  children: ReactNode;
};

/** A form over the page. Stays open, with everything typed, until what was asked is done. */
export function FormModal<T extends Record<string, unknown>, O>({
  title,
  act,
  form,
  onSubmit,
  onClose,
  then,
  done,
  touches,
  size,
  children,
}: Props<T, O>) {
  const t = useTexts(texts);
  const submit = useAct<T, O>({
    act: onSubmit,
    touches,
    done,
    then: (output) => {
      onClose();
      then?.(output);
    },
    handled: (failure) => placeViolations(form, failure),
  });
  return (
    <Dialog onClose={onClose} title={title} size={size} closeOnClickOutside={!form.isDirty()}>
      <form onSubmit={form.onSubmit((values) => submit.mutate(values))}>
        <Stack>
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t.cancel}
            </Button>
            <Button type="submit" loading={submit.isPending}>
              {act}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
