/** The interface's colours, once: ink on paper, mountain teal, ochre for attention, red only for refusal. Pure, so that public pages use it too. */
export const PALETTE = {
  ink: '#16242b',
  ink2: '#45565e',
  line: '#d5dcdd',
  paper: '#fbfaf7',
  desk: '#f4f6f6',
  card: '#ffffff',
  teal: '#0e5a56',
  tealDark: '#0a4542',
  tealLight: '#e4f0ee',
  ochre: '#a85f08',
  ochreLight: '#fdf1df',
  amber: '#d98a1f',
  red: '#a8261c',
  redLight: '#fbe9e7',
  green: '#1d6b34',
  greenLight: '#e6f3e9',
  night: '#10262b',
} as const

/** What each operating system has for Chinese; nothing is downloaded. */
export const FONT = 'system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif'

/** `tealDark` → `--teal-dark`. */
export function variableName(name: string): string {
  return `--${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`
}

/** The palette as custom properties, for a stylesheet. */
export function paletteCss(names: readonly (keyof typeof PALETTE)[] = Object.keys(PALETTE) as never): string {
  return `:root{${names.map((name) => `${variableName(name)}:${PALETTE[name]}`).join(';')}}`
}
