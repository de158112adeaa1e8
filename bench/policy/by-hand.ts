/** The same scheme as somebody would write it who wants nothing but speed: plain columns, one loop, numbers in the code. */
import { CAP_FEN, type Case, LEAST_MARK, LEAST_SESSIONS, MOST_A_YEAR, OLDEST, rateFen, YOUNGEST } from './scheme.ts'

export type HandColumns = Record<Exclude<keyof Case, 'receivedFen'>, Int16Array> & { receivedFen: Int32Array }

export function handColumns(cases: Iterable<Case>, size: number): HandColumns {
  const small = () => new Int16Array(size)
  const columns: HandColumns = {
    occupation: small(),
    level: small(),
    group: small(),
    age: small(),
    mark: small(),
    sessions: small(),
    thisYear: small(),
    sameLevel: small(),
    receivedFen: new Int32Array(size),
    ended: small(),
  }
  const keys = Object.keys(columns) as (keyof Case)[]
  let at = 0
  for (const each of cases) {
    for (const key of keys) columns[key][at] = each[key]
    at += 1
  }
  return columns
}

const RATES = Int32Array.from({ length: 300 * 5 * 6 }, (_, at) =>
  rateFen(Math.floor(at / 30), Math.floor(at / 6) % 5, at % 6),
)

/* The numbers of the answers in `KINDS`. */
const INELIGIBLE = 1
const UNKNOWN = 2
const ELIGIBLE = 3

export function decideAll(columns: HandColumns, kinds: Uint8Array, fen: Int32Array): void {
  const { occupation, level, group, age, mark, sessions, thisYear, sameLevel, receivedFen, ended } = columns
  for (let at = 0; at < kinds.length; at += 1) {
    const [a, m, s, y, l, e] = [age[at]!, mark[at]!, sessions[at]!, thisYear[at]!, sameLevel[at]!, ended[at]!]
    const refused =
      (a >= 0 && (a < YOUNGEST || a > OLDEST)) ||
      (e >= 0 && e < 365) ||
      (m >= 0 && m < LEAST_MARK) ||
      (s >= 0 && s < LEAST_SESSIONS) ||
      y > MOST_A_YEAR ||
      l === 1
    if (refused) {
      kinds[at] = INELIGIBLE
      fen[at] = 0
    } else if (a < 0 || e < 0 || m < 0 || s < 0 || y < 0 || l < 0 || receivedFen[at]! < 0) {
      kinds[at] = UNKNOWN
      fen[at] = 0
    } else {
      const rate = RATES[(occupation[at]! * 5 + level[at]!) * 6 + group[at]!]!
      const capped = rate > CAP_FEN ? CAP_FEN : rate
      const received = receivedFen[at]!
      kinds[at] = ELIGIBLE
      fen[at] = received > capped ? 0 : capped - received
    }
  }
}
