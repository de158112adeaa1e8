/** Nowhere in the house: an address that leads there leads outside. */
const HOME = 'http://house.invalid'

/**
 * Where somebody goes on to after signing in: the page of this district that they had asked for. Whatever else stands
 * in an address (another host, another district, what a browser would read otherwise) leads nowhere.
 */
export function wayBack(asked: unknown, district: number): string | undefined {
  const begins = `/${district}/`
  if (typeof asked !== 'string' || asked.length > 2000 || !asked.startsWith(begins)) return undefined
  // Browsers read a backslash as a slash and leave spaces and control characters out.
  if (/[\\\s\p{Cc}]/u.test(asked) || !URL.canParse(asked, HOME)) return undefined
  const { origin, pathname, search } = new URL(asked, HOME)
  return origin === HOME && pathname.startsWith(begins) ? pathname + search : undefined
}

/** The desk's address, from which one comes back to a page after signing in. */
export const deskThenBack = (district: number | string, page: string): string =>
  `/${district}/console/?to=${encodeURIComponent(page)}`
