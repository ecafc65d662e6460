const paths = {
  menu: 'M3 6h18M3 12h18M3 18h18',
  close: 'M6 6l12 12M18 6L6 18',
  back: 'M15 5l-7 7 7 7',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  down: 'M6 9l6 6 6-6',
  plus: 'M12 5v14M5 12h14',
  send: 'M4 12l16-8-6 16-3-6-7-2z',
  clock: 'M12 7v5l3 2M12 21a9 9 0 100-18 9 9 0 000 18z',
  lock: 'M7 11V8a5 5 0 0110 0v3M5 11h14v9H5z',
  home: 'M4 11l8-7 8 7v9h-5v-6H9v6H4z',
  pin: 'M9 3h6l-1 6 4 4H6l4-4-1-6zM12 13v8',
  smile: 'M12 21a9 9 0 100-18 9 9 0 000 18zM8.5 14.5a4.5 4.5 0 007 0M9 9.5h.01M15 9.5h.01',
  reply: 'M4 5h16v11H10l-5 4v-4H4z',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 15a3 3 0 100-6 3 3 0 000 6z',
  switch: 'M7 4L3 8l4 4M3 8h14M17 12l4 4-4 4M21 16H7',
  traffic: 'M4 8h13M13 4l4 4-4 4M20 16H7M11 12l-4 4 4 4',
  fault: 'M13 3L5 14h6l-1 7 8-11h-6z',
  check: 'M5 13l4 4L19 7',
  link: 'M10 14a4 4 0 006 0l3-3a4 4 0 00-6-6l-1 1M14 10a4 4 0 00-6 0l-3 3a4 4 0 006 6l1-1',
  file: 'M6 3h8l4 4v14H6zM14 3v5h4',
  canvas: 'M5 4h14v16H5zM9 9h6M9 13h6',
  hash: 'M9 4L7 20M17 4l-2 16M4 9h16M3 15h16',
} as const

export type IconName = keyof typeof paths

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
