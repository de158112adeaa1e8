/** An occupation's id: edition, name and, below it, the trade. */
export function occupationId(edition: number, nameZh: string, tradeZh = ''): string {
  return tradeZh === '' ? `${edition}/${nameZh}` : `${edition}/${nameZh}/${tradeZh}`
}
