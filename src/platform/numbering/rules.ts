/** Parts of a number as a template writes them: `S-{year}-{serial:4}`; a serial longer than its width is written whole. */
export type NumberParts = { readonly year: number; readonly serial: number; readonly district?: number }

const PART = /\{(year|serial|district)(?::(\d+))?\}/g

/** 'S-{year}-{serial:4}', 2022, 17 → 'S-2022-0017' */
export function formatNumber(template: string, parts: NumberParts): string {
  return template.replace(PART, (_, name: keyof NumberParts, width: string | undefined) => {
    const value = parts[name]
    if (value === undefined) throw new RangeError(`the number ${template} needs the ${name}`)
    return String(value).padStart(Number(width ?? 0), '0')
  })
}
