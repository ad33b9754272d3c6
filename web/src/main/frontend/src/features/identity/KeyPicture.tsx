import { QRCodeSVG } from 'qrcode.react';

/** Black on white by night, too, with a white frame around it: cameras find it by these. */
export function KeyPicture({ uri, label, size }: { uri: string; label: string; size: number }) {
  return <QRCodeSVG value={uri} title={label} size={size} marginSize={4} />;
}
