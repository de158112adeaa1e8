import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { notPassed } from '../../../kernel/marking/public.ts'
import { listBankAccounts, listPersons, openIdentityNumbers } from '../../../kernel/people/public.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import { defineForm, type FileKind, type Form, type PaperSubject } from '../../../kernel/record/public.ts'
import { listCodes } from '../../../kernel/reference/public.ts'
import { civilDate, civilDateOf } from '../../../kernel/values/public.ts'
import { halfOf } from '../attendance/session-columns.ts'
import { classesShown } from '../classes/shown.ts'
import { findClass } from '../classes/store.ts'
import { gatherResults, pointsOf } from '../completion/results.ts'
import { marksTermsOn } from '../evaluation/marks-terms.ts'
import { groupName } from '../rosters/showing.ts'
import { listPhones, listRosterPage } from '../rosters/store.ts'
import { type ClassOnPaper, classOnPaper, type FormNeeds } from './class-data.ts'
import {
  applicationSheet,
  attendanceSheets,
  marksSheet,
  providerPromiseSheet,
  rosterSheet,
  type RosterLine,
  traineePromiseSheet,
} from './sheets.ts'
import { formTitles, labels, lacks } from './words.ts'

/** A roster is at most this long, by the county's parameter far less. */
const EVERYBODY = 5000

export const classSubject: PaperSubject = {
  kind: 'class',
  may: 'class.read',
  async find(tx, id) {
    const row = await findClass(tx, id)
    if (!row) return undefined
    const [line] = await classesShown(tx, [row])
    return line && { title: line.title, organisationId: row.organisationId, page: `/classes/${id}` }
  },
}

/** The forms of a class, in the order of its file. */
export function classForms(needs: FormNeeds & { readonly vault: Vault }): Form[] {
  const onPaper = (tx: Tx, classId: string) => classOnPaper(tx, needs, classId)
  const ofClass = (place: number) => ({
    subjectKind: 'class',
    may: 'class.read',
    inFile: { place, subjectsOf: async (_tx: Tx, classId: string) => [classId] },
  })
  return [
    defineForm({
      id: 'class-application',
      title: formTitles.application,
      ...ofClass(10),
      async collect(tx, classId) {
        const of = await onPaper(tx, classId)
        if (of.shown.sessions.length === 0) return { lacks: lacks.timetable }
        return [applicationSheet(of, of.worded('paper.classApplication'))]
      },
    }),
    defineForm({
      id: 'class-roster',
      title: formTitles.roster,
      ...ofClass(20),
      fullMay: 'paper.full',
      async collect(tx, classId, { full }) {
        const of = await onPaper(tx, classId)
        const people = await rosterLines(tx, needs.vault, classId, full)
        if (people.length === 0) return { lacks: lacks.roster }
        return [rosterSheet(of, of.worded('paper.roster'), people)]
      },
    }),
    defineForm({
      id: 'provider-promise',
      title: formTitles.providerPromise,
      ...ofClass(30),
      async collect(tx, classId) {
        const of = await onPaper(tx, classId)
        return [providerPromiseSheet(of.worded('paper.providerPromise'))]
      },
    }),
    defineForm({
      id: 'trainee-promise',
      title: formTitles.traineePromise,
      ...ofClass(40),
      async collect(tx, classId) {
        const of = await onPaper(tx, classId)
        const people = await listRosterPage(tx, classId, { limit: EVERYBODY })
        if (people.length === 0) return { lacks: lacks.roster }
        return [traineePromiseSheet(of, of.worded('paper.traineePromise'), people)]
      },
    }),
    defineForm({
      id: 'attendance-sheet',
      title: formTitles.attendance,
      ...ofClass(50),
      async collect(tx, classId) {
        const of = await onPaper(tx, classId)
        const { sessions, results, attendance } = await gatherResults(tx, of.row)
        if (sessions.length === 0) return { lacks: lacks.timetable }
        if (results.length === 0) return { lacks: lacks.roster }
        const marks = parametersOn(tx.district, civilDate(of.row.endsOn)).get('attendance.marks').value
        const people = results.map(({ entry, signs, attended }) => ({
          seq: entry.seq,
          name: entry.name,
          written: sessions.map((session) => signs.get(session.id)?.written ?? ''),
          attended: attendance && attended ? `${attended.attendedSessions}/${attended.plannedSessions}` : null,
        }))
        return attendanceSheets(
          of,
          of.worded('paper.attendance'),
          sessions.map((each) => ({ day: each.day, half: labels.halves[halfOf(each.startMinute)] })),
          people,
          marks.map(({ words: [word], label }) => (word === label.zh ? label.zh : `${word} ${label.zh}`)),
        )
      },
    }),
    defineForm({
      id: 'mark-sheet',
      title: formTitles.marks,
      ...ofClass(60),
      async collect(tx, classId) {
        const of = await onPaper(tx, classId)
        const { results, markSheet } = await gatherResults(tx, of.row)
        if (!markSheet) return { lacks: lacks.marks }
        return [await marksOnPaper(tx, of, results, markSheet.issuedOn)]
      },
    }),
  ]
}

async function rosterLines(tx: Tx, vault: Vault, classId: string, full: boolean): Promise<RosterLine[]> {
  const people = await listRosterPage(tx, classId, { limit: EVERYBODY })
  const ids = people.map((each) => each.personId)
  const persons = await listPersons(tx, ids)
  const accounts = await listBankAccounts(
    tx,
    people.map((each) => each.bankAccountId),
  )
  const groups = await listCodes(tx, 'person-groups')
  const identities = full ? await openIdentityNumbers(tx, vault, ids) : undefined
  const phones = full
    ? await listPhones(
        tx,
        vault,
        people.map((each) => each.enrolmentId),
      )
    : undefined
  return people.map((one) => {
    const person = persons.get(one.personId)
    const account = accounts.get(one.bankAccountId)
    return {
      seq: one.seq,
      name: one.name,
      sex: person?.sex ?? 'F',
      identity: identities?.get(one.personId) ?? person?.maskedIdentity ?? '',
      phone: phones?.get(one.enrolmentId) ?? one.maskedPhone ?? '',
      group: groupName(groups, one.groupCode).zh,
      education: one.education,
      bank: account?.bankName ?? '',
      accountTail: account?.tail ?? '',
    }
  })
}

type Results = Awaited<ReturnType<typeof gatherResults>>['results']

async function marksOnPaper(tx: Tx, of: ClassOnPaper, results: Results, issuedOn: string) {
  const terms = marksTermsOn(parametersOn(tx.district, civilDate(of.row.endsOn)))
  const persons = await listPersons(
    tx,
    results.map(({ entry }) => entry.personId),
  )
  const text = (points: number | null | undefined) =>
    points === undefined ? '' : points === null ? labels.absent : String(points)
  const people = results.map(({ entry, marks, certificate }) => {
    const points = pointsOf(marks)
    const passed = points && notPassed(points, terms.lines).length === 0
    return {
      seq: entry.seq,
      name: entry.name,
      identity: persons.get(entry.personId)?.maskedIdentity ?? '',
      theory: text(marks?.theory?.points),
      practice: text(marks?.practice?.points),
      outcome: points ? (passed ? labels.passed : labels.failed) : '',
      certificate: certificate?.number ?? '',
    }
  })
  const { theory, practice } = terms.lines
  const lines = [labels.lines(theory, practice, terms.points.maximum), labels.issued(issuedOn)]
  return marksSheet(of, of.worded('paper.marks'), people, lines)
}

/** 档案卷: everything of a class, in order. */
export function classFile(needs: FormNeeds): FileKind {
  return {
    id: 'class-file',
    title: formTitles.file,
    subjectKind: 'class',
    may: 'class.read',
    async cover(tx, classId) {
      const of = await classOnPaper(tx, needs, classId)
      const worded = of.worded('paper.classFile')
      const { cover } = labels
      const { shown } = of
      const years = parametersOn(tx.district, civilDateOf(tx.now)).get('files.retentionYears').value
      return {
        title: worded.title,
        english: formTitles.file.en,
        notes: worded.notes,
        rows: [
          [cover.name, shown.title.zh],
          [cover.provider, shown.provider.name],
          [cover.filing, shown.filingNumber ?? ''],
          [cover.period, `${shown.startsOn} 至 ${shown.endsOn}`],
          [cover.people, labels.heads(shown.people)],
          [cover.bureau, needs.districtOf(tx.district).bureauZh],
          [cover.kept, cover.years(years)],
        ],
      }
    },
  }
}
