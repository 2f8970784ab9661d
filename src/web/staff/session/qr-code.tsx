import { renderSVG } from 'uqr';

/** A QR code, black on white in either theme: cameras want it so. Made here, so that what is in it goes nowhere. */
export function QrCode({ text, label }: { text: string; label: string }) {
  return <img className="qr-code" alt={label} width={184} height={184} src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(renderSVG(text, { border: 2 }))}`} />;
}
