import { Modal, type ModalProps } from '@mantine/core';
import { useReturnedFocus } from './useReturnedFocus';

/** Over the page for as long as it is drawn. */
export function Dialog(props: Omit<ModalProps, 'opened'>) {
  useReturnedFocus();
  return <Modal opened {...props} />;
}
