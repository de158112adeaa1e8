const FEN_IN_A_YUAN = 100n

/** One row of the county's `approval.bands`: up to which sum who approves, and whether it takes minutes of a meeting. */
export type Band = {
  /** Yuan, the sum itself included; null for everything above the bands before. */
  readonly upToYuan: number | null
  readonly roles: readonly string[]
  readonly minutes: boolean
}

/** The band a sum falls into: the first that reaches it. The bands rise, and the last has no end. */
export function bandOf(amountFen: bigint, bands: readonly Band[]): Band {
  const band = bands.find(({ upToYuan }) => upToYuan === null || amountFen <= BigInt(upToYuan) * FEN_IN_A_YUAN)
  if (!band) throw new RangeError(`no band reaches ${amountFen} fen`)
  return band
}

/** In which of their posts somebody approves in a band: an own post before one they stand in for; undefined in none. */
export function actsAs(
  band: Band,
  roles: readonly string[],
  standsInBy: ReadonlyMap<string, string> = new Map(),
): { readonly role: string; readonly delegationId: string | null } | undefined {
  const able = band.roles.filter((role) => roles.includes(role))
  const role = able.find((each) => !standsInBy.has(each)) ?? able[0]
  return role === undefined ? undefined : { role, delegationId: standsInBy.get(role) ?? null }
}

/** A range of sums in fen: above `over`, up to `upTo`. */
export type SumRange = { readonly over: bigint; readonly upTo: bigint | null }

/** The sums that somebody in these posts approves. */
export function sumsOf(bands: readonly Band[], roles: readonly string[]): SumRange[] {
  let over = 0n
  return bands.flatMap(({ upToYuan, roles: ofBand }) => {
    const range = { over, upTo: upToYuan === null ? null : BigInt(upToYuan) * FEN_IN_A_YUAN }
    over = range.upTo ?? over
    return ofBand.some((role) => roles.includes(role)) ? [range] : []
  })
}
