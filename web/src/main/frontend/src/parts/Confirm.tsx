import { Button, Group, Modal, Text, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { catalogue, useTexts } from '@/kernel/texts';

const texts = catalogue({ en: { cancel: 'Cancel' }, es: { cancel: 'Cancelar' } });

type Props = { act: string; question: ReactNode; onConfirm: () => void; color?: string } & ButtonProps;

/** For what can't be taken back: asks once, says what will happen. */
export function Confirm({ act, question, onConfirm, color = 'red', ...button }: Props) {
  const t = useTexts(texts);
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" onClick={open} {...button}>
        {act}
      </Button>
      <Modal opened={opened} onClose={close} title={act} centered>
        <Text mb="lg">{question}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            {t.cancel}
          </Button>
          <Button
            color={color}
            onClick={() => {
              close();
              onConfirm();
            }}
          >
            {act}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
