import type { Player } from '../../demo/play.ts'
import { listClaims } from '../../src/kernel/funds/claims/contract.ts'
import type { Stage } from '../stage.ts'
import { until } from '../until.ts'
import type { Camera } from './camera.ts'

const PLAYERS = ['school', 'clerk', 'reviewer', 'approver', 'deputy', 'director', 'finance'] as const

/** Who plays the programme while its pages are looked at, and who takes the pictures. */
export type Way = Readonly<Record<(typeof PLAYERS)[number], Player>> & {
  readonly stage: Stage
  readonly take: Camera['take']
}

export async function wayOn(stage: Stage, take: Camera['take']): Promise<Way> {
  const players = await Promise.all(PLAYERS.map(async (account) => [account, await stage.play(account)] as const))
  return { ...(Object.fromEntries(players) as Record<(typeof PLAYERS)[number], Player>), stage, take }
}

/** The claim of the sample class, once the outbox has made it. */
export async function claimed(clerk: Player, instead?: string): Promise<string> {
  return until(async () => {
    const { items } = await clerk(listClaims, { query: { status: 'assembled' } })
    return items[0]?.id === instead ? undefined : items[0]?.id
  }, 'a claim is assembled')
}
