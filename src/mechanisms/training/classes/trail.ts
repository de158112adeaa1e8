import type { Trail, TrailLink } from '../../../kernel/record/public.ts'
import { listOccupationsById } from '../../../kernel/reference/public.ts'
import { coverageOf } from '../agreements/rules.ts'
import { occupationName } from '../agreements/shown.ts'
import { listAgreementsOf } from '../agreements/store.ts'
import { words as agreementWords } from '../agreements/words.ts'
import { listSessions } from '../timetable/store.ts'
import { timeText } from '../timetable/times.ts'
import { classesShown } from './shown.ts'
import { STATUS_WORDS } from './states.ts'
import { findClass } from './store.ts'
import { words } from './words.ts'

const plain = (text: string) => ({ zh: text, en: text })

/** A class rests on the agreement that covers it and on its roster; its sessions lead on to the signs. */
export const classTrail: Trail = {
  kind: 'class',
  async describe(tx, id) {
    const row = await findClass(tx, id)
    if (!row) return undefined
    const line = (await classesShown(tx, [row]))[0]!
    const occupation = occupationName(
      (await listOccupationsById(tx, [row.occupationId])).get(row.occupationId),
      row.occupationId,
    )
    const { agreement } = coverageOf(
      { ...row, occupationName: occupation },
      await listAgreementsOf(tx, row.organisationId),
      () => '',
    )
    const restsOn: TrailLink[] = []
    if (agreement)
      restsOn.push({ kind: 'agreement', id: agreement.id, title: agreementWords.trail.agreement(agreement.number) })
    if (row.rosterImportId) restsOn.push({ kind: 'roster-import', id: row.rosterImportId, title: words.trail.roster })
    return {
      kind: 'class',
      id,
      title: words.trail.class(line.title),
      says: [
        { label: words.trail.provider, value: plain(line.provider.name) },
        { label: words.trail.dates, value: plain(`${line.startsOn} – ${line.endsOn}`) },
        { label: words.trail.site, value: plain(line.site.name) },
        { label: words.trail.hours, value: plain(`${row.theoryHours} / ${row.practiceHours}`) },
        { label: words.trail.status, value: STATUS_WORDS[row.status] },
        ...(row.filingNumber ? [{ label: words.trail.filing, value: plain(row.filingNumber) }] : []),
      ],
      restsOn,
      leadsTo: (await listSessions(tx, id)).map((session) => ({
        kind: 'session',
        id: session.id,
        title: plain(`${session.day} ${timeText(session.startMinute)}–${timeText(session.endMinute)}`),
      })),
      organisationId: row.organisationId,
    }
  },
}
