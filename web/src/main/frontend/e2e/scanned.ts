import type { Locator } from '@playwright/test';
import jsQR from 'jsqr';

/** How broad, in pixels, a picture's light frame is at least. */
const FRAME = 12;

/** What a camera reads in a picture on the screen, as it is shown there; nothing without a light frame around it. */
export async function scanned(picture: Locator): Promise<string | undefined> {
  const shot = (await picture.screenshot()).toString('base64');
  const { data, width, height } = await picture.page().evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const pixels = context.getImageData(0, 0, image.width, image.height);
    return { data: [...pixels.data], width: image.width, height: image.height };
  }, shot);
  // A camera has to tell light from dark by more than a shade.
  const sharp = Uint8ClampedArray.from(data, (value, at) => (at % 4 === 3 || value > 127 ? 255 : 0));
  const framed = sharp.every((value, at) => {
    const x = Math.floor(at / 4) % width;
    const y = Math.floor(at / 4 / width);
    const edge = Math.min(x, y, width - 1 - x, height - 1 - y);
    // The outermost pixel may be half the page's.
    return value === 255 || edge === 0 || edge >= FRAME;
  });
  if (!framed) return undefined;
  return jsQR(sharp, width, height)?.data;
}
