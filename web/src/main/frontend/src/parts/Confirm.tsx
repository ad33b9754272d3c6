import { Button, Group, Text, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { catalogue, useTexts } from '@/kernel/texts';
import { Dialog } from './Dialog';

const texts = catalogue({ en: { cancel: 'Cancel' }, es: { cancel: 'Cancelar' } });

type Question = { act: string; question: ReactNode; onConfirm: () => void; color?: string };

/** For what can't be taken back: asks once, says what will happen. */
export function Confirm({ act, question, onConfirm, color, ...button }: Question & ButtonProps) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" onClick={open} {...button}>
        {act}
      </Button>
      {opened && <Asked act={act} question={question} onConfirm={onConfirm} color={color} onClose={close} />}
    </>
  );
}

/** The question alone, for acts that begin elsewhere than at a button. */
export function Asked({
  act,
  question,
  onConfirm,
  color = 'red',
  onClose,
}: Question & { onClose: () => void }) {
  const t = useTexts(texts);
  return (
    <Dialog onClose={onClose} title={act} centered>
      <Text mb="lg">{question}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t.cancel}
        </Button>
        <Button
          color={color}
          onClick={() => {
            onClose();
            onConfirm();
          }}
        >
          {act}
        </Button>
      </Group>
    </Dialog>
  );
}
