/** What a filter may hold. */
export type FilterValue = string | number | boolean | readonly string[]

export type FilterDefaults = { readonly [name: string]: FilterValue }

/** `false` and `''` as defaults must not narrow the type to themselves. */
export type Filters<D extends FilterDefaults> = {
  readonly [K in keyof D]: D[K] extends boolean
    ? boolean
    : D[K] extends number
      ? number
      : D[K] extends string
        ? string
        : readonly string[]
}

function readOne(text: string, like: FilterValue): FilterValue {
  if (typeof like === 'number') return Number.isFinite(Number(text)) && text.trim() !== '' ? Number(text) : like
  if (typeof like === 'boolean') return text === '1'
  if (typeof like === 'string') return text
  return text.split(',').filter((each) => each !== '')
}

function writeOne(value: FilterValue): string {
  if (typeof value === 'boolean') return value ? '1' : '0'
  return Array.isArray(value) ? value.join(',') : String(value)
}

/** The filters that an address asks for; what it does not name, or names wrongly, is the default. */
export function readFilters<D extends FilterDefaults>(address: Record<string, string>, defaults: D): Filters<D> {
  return Object.fromEntries(
    Object.entries(defaults).map(([name, like]) => {
      const text = address[name]
      return [name, text === undefined ? like : readOne(text, like)]
    }),
  ) as Filters<D>
}

/** The address for these filters: defaults are left out, and what belongs to others stays. */
export function writeFilters<D extends FilterDefaults>(
  address: Record<string, string>,
  filters: Partial<Filters<D>>,
  defaults: D,
): Record<string, string> {
  const next = { ...address }
  for (const [name, value] of Object.entries(filters)) {
    const like = defaults[name]
    if (like === undefined || value === undefined) continue
    const text = writeOne(value as FilterValue)
    if (text === writeOne(like)) delete next[name]
    else next[name] = text
  }
  return next
}

/** `?a=1&b=x` → plain texts; the last of a repeated name counts. */
export function readAddress(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search))
}

export function writeAddress(address: Record<string, string | undefined>): string {
  const parts = new URLSearchParams()
  for (const [name, value] of Object.entries(address)) {
    if (value !== undefined) parts.set(name, value)
  }
  const text = parts.toString()
  return text ? `?${text}` : ''
}
