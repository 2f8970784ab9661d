import { base32 } from '@scure/base';

/** Stellar's secret seed (SEP-23): 56 characters of base32 that begin with S, with a CRC16-XModem at their end. */
export function isStellarSeed(token: string): boolean {
  if (!/^S[A-Z2-7]{55}$/.test(token)) return false;
  const bytes = base32.decode(token);
  const crc = crc16(bytes.subarray(0, -2));
  return bytes[0] === 18 << 3 && bytes.at(-2) === (crc & 0xFF) && bytes.at(-1) === crc >> 8;
}

function crc16(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? crc << 1 ^ 0x1021 : crc << 1) & 0xFFFF;
  }
  return crc;
}
