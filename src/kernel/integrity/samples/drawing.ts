import { createHash } from 'node:crypto'

/** One record that may be drawn, and the stratum it is drawn in (empty where there are none). */
export type Candidate = { readonly id: string; readonly stratum: string }

const sha256Hex = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** What orders candidates: whoever has the seed and the id gets the same. */
export const drawOrder = (seed: string, id: string): string => sha256Hex(`${seed}|${id}`)

const byText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/**
 * In each stratum the first `take` candidates in the order of SHA-256("seed|id"); strata in the order of their names.
 * Every candidate of a stratum is as likely as any other while nobody chose the seed; the order of rows plays no part.
 */
export function drawn<C extends Candidate>(candidates: readonly C[], seed: string, take: number): C[] {
  const strata = new Map<string, { candidate: C; order: string }[]>()
  for (const candidate of candidates) {
    const kept = strata.get(candidate.stratum) ?? []
    kept.push({ candidate, order: drawOrder(seed, candidate.id) })
    strata.set(candidate.stratum, kept)
  }
  return [...strata.keys()].sort(byText).flatMap((stratum) =>
    strata
      .get(stratum)!
      .sort((one, other) => byText(one.order, other.order))
      .slice(0, take)
      .map(({ candidate }) => candidate),
  )
}

/** The rows of a population as they are hashed and kept: `id,stratum` and a line feed each, in the order of the ids. */
export const populationText = (candidates: readonly Candidate[]): string =>
  candidates
    .map(({ id, stratum }) => `${id},${stratum}\n`)
    .sort(byText)
    .join('')

export function readPopulation(text: string): Candidate[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [id, stratum] = line.split(',')
      return { id: id!, stratum: stratum ?? '' }
    })
}

export const populationSha256 = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest()

/** The file from which another person draws the same again (`tools/draw-sample.mjs`). */
export function drawingFile(
  told: { readonly number: string; readonly take: number; readonly sha256: Buffer },
  draw: { readonly seed: string; readonly sealNumber: number } | null,
  population: string,
): string {
  const lines = [
    'format,shanjiang-sample/1',
    `number,${told.number}`,
    `take,${told.take}`,
    `population_sha256,${told.sha256.toString('hex')}`,
    ...(draw ? [`seal,${draw.sealNumber}`, `seed,${draw.seed}`] : []),
    'id,stratum',
  ]
  return `\ufeff${lines.join('\n')}\n${population}`.replaceAll('\n', '\r\n')
}
