import type { ComponentType } from 'react';
import { may, useProfile } from '@/kernel/session';
import { NotPermitted } from '@/parts/States';

type Props = { permission: string; page: () => ComponentType | undefined };

export function Permitted({ permission, page }: Props) {
  const permitted = may(useProfile(), permission);
  const Page = page();
  return permitted && Page ? <Page /> : <NotPermitted />;
}
