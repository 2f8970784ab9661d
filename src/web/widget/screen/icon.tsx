/** @jsxImportSource preact */
import type { JSX } from 'preact';

/*! Icons: Lucide (https://lucide.dev), ISC License, Copyright (c) Lucide Icons and Contributors */
/** Circles and rectangles are written as paths. */
const PATHS = {
  'arrow-down': 'M12 5v14m7-7-7 7-7-7',
  'arrow-up': 'm5 12 7-7 7 7m-7 7V5',
  'book': 'M12 5v16m8.001-2A2 2 0 0022 17V5a2 2 0 00-1.999-2L16 3.002A5 5 0 0012 5a5 5 0 00-4-2H4a2 2 0 00-2 2v12a2 2 0 001.999 2H8a5 5 0 014 2 5 5 0 014-2z',
  'chat': 'M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719',
  'check': 'M20 6 9 17l-5-5',
  'chevron': 'm9 18 6-6-6-6',
  'clock': 'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20m0 4v6l4 2',
  'close': 'M18 6 6 18M6 6l12 12',
  'copy': 'M10 8h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2V10a2 2 0 0 1 2-2M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2',
  'headset': 'M3 11h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-5Zm0 0a9 9 0 1 1 18 0m0 0v5a2 2 0 0 1-2 2h-1a2 2 0 0 1-2-2v-3a2 2 0 0 1 2-2h3Zm0 5v2a4 4 0 0 1-4 4h-5',
  'lock': 'M5 11h14a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2M7 11V7a5 5 0 0 1 10 0v4',
  'offline': 'M12 20h.01M8.5 16.429a5 5 0 0 1 7 0M5 12.859a10 10 0 0 1 5.17-2.69m8.83 2.69a10 10 0 0 0-2.007-1.523M2 8.82a15 15 0 0 1 4.177-2.643M22 8.82a15 15 0 0 0-11.288-3.764M2 2l20 20',
  'plus': 'M5 12h14M12 5v14',
  'shield': 'M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1zM12 8v4m0 4h.01',
  'thumb-up': 'M15 5.88 14 10h5.83a2 2 0 0 1 1.92 2.56l-2.33 8A2 2 0 0 1 17.5 22H4a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2h2.76a2 2 0 0 0 1.79-1.11L12 2a3.13 3.13 0 0 1 3 3.88ZM7 10v12',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration only: the words beside it, or the button's label, say what it means. */
export function Icon({ name, ...look }: { name: IconName } & IconLook): JSX.Element {
  return <Drawing path={PATHS[name]} {...look} />;
}

interface IconLook {
  readonly size?: number;
  readonly className?: string;
}

/** An icon by its path, in 24 by 24. */
export function Drawing({ path, size = 18, className = '' }: { path: string } & IconLook): JSX.Element {
  return (
    <svg class={`icon ${className}`} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
}
