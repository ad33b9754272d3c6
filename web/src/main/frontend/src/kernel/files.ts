import { raw } from './api';

/** Saves what the API gives out as a file: a link alone would come without the token. */
export async function download(path: string): Promise<void> {
  const answer = await raw(path);
  const name = /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1];
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name ?? 'download';
  link.click();
  URL.revokeObjectURL(address);
}
