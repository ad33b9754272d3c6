import { Conversation } from './Conversation';
import { asking } from './sides';

export function Component() {
  return <Conversation side={asking} />;
}
