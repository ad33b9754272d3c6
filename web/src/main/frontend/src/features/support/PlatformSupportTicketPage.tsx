import { Conversation } from './Conversation';
import { answering } from './sides';

export function Component() {
  return <Conversation side={answering} />;
}
