import { Center, Loader } from '@mantine/core';
import { Unreached } from './Unreached';

/** Until it is known who is there, and the first page has arrived. */
export function Waiting() {
  return (
    <>
      <Unreached />
      <Center mih="100vh">
        <Loader />
      </Center>
    </>
  );
}
