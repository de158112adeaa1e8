import type { Tx } from '../../../platform/db/public.ts'
import { listRoster, type RosterEntry } from '../rosters/listing.ts'
import { timeText } from '../timetable/times.ts'
import type { SignKind } from './rules.ts'
import { type KeptLiveSign, listLiveSigns } from './sign-store.ts'
import type { LiveSession } from './store.ts'

/** Where one person of the class stands at a session: their signs that count, and how many were struck. */
export type Standing = {
  readonly entry: RosterEntry
  readonly in: KeptLiveSign | undefined
  readonly out: KeptLiveSign | undefined
  readonly leave: KeptLiveSign | undefined
  readonly struck: Readonly<Record<SignKind, number>>
}

export type SessionState = { readonly people: readonly Standing[] }

/** Minutes after midnight as a time of day; what lies before or after the day is shown as its edge. */
export const timeOfDay = (minute: number): string => timeText(Math.min(1440, Math.max(0, minute)))

/** The last signs of a device's keyed hash: enough to see that two signs came from one device. */
export const deviceTail = (device: Buffer): string => device.toString('hex').slice(-6).toUpperCase()

/** Everybody on the class's roster, in its order, with what they signed at a live session. */
export async function stateOf(tx: Tx, live: LiveSession): Promise<SessionState> {
  return { people: standingsOf(await listRoster(tx, live.classId), await listLiveSigns(tx, live.id)) }
}

/** The signs of one session, person by person. */
export function standingsOf(roster: readonly RosterEntry[], signs: readonly KeptLiveSign[]): Standing[] {
  const byPerson = new Map<string, KeptLiveSign[]>()
  for (const sign of signs) byPerson.set(sign.enrolmentId, [...(byPerson.get(sign.enrolmentId) ?? []), sign])
  return roster.map((entry) => {
    const own = byPerson.get(entry.enrolmentId) ?? []
    const counting = (kind: SignKind) => own.find((sign) => sign.kind === kind && !sign.struck)
    const struck = (kind: SignKind) => own.filter((sign) => sign.kind === kind && sign.struck).length
    return {
      entry,
      in: counting('in'),
      out: counting('out'),
      leave: counting('leave'),
      struck: { in: struck('in'), out: struck('out'), leave: struck('leave') },
    }
  })
}
