import type { WordedForm } from '../../policy/public.ts'
import { capitalYuan, type Fen, formatYuan } from '../../values/public.ts'
import type { Block, Cell, GridRow, Sheet } from '../../../platform/paper/public.ts'
import type { Notice } from '../telling/rules.ts'
import { formTitles, labels } from './words.ts'

/*
 * The forms of a claim, from what is known of it to what stands on paper. Pure: no database, no clock.
 */

const label = (text: string): Cell => ({ text, head: true })
const left = (text: string, span = 1): Cell => ({ text, span, align: 'left' })

const closing = ({ signs, seal, notes }: WordedForm): Block[] => [
  ...(signs.length === 0 && seal === null ? [] : [{ kind: 'signatures', signs, seal } as const]),
  ...(notes.length === 0 ? [] : [{ kind: 'text', style: 'note', lines: notes } as const]),
]

/** A claim as its approval form tells it. */
export type ClaimTold = {
  readonly number: string
  readonly madeOn: string
  readonly provider: string
  readonly group: string
  readonly scheme: string
  readonly fund: string
  readonly line: { readonly name: string; readonly year: number; readonly availableFen: Fen } | null
  readonly heads: number
  readonly held: number
  readonly refused: number
  readonly amountFen: Fen
  readonly checksAsked: number
  readonly checksPassed: number
  readonly unanswered: readonly { readonly title: string; readonly people: number }[]
  readonly doubts: readonly {
    readonly position: number
    readonly name: string
    readonly standing: 'held' | 'refused'
    readonly reasons: string
  }[]
  /** What its provider said of it, with who said it here or recorded its paper; null while nobody did. */
  readonly confirmed: { readonly day: string; readonly who: string; readonly onPaper: boolean } | null
  /** What the platform has on record for each opinion, in the order of the boxes; null while nothing is. */
  readonly passed: readonly ({ readonly day: string; readonly who: string; readonly minutes: string | null } | null)[]
  readonly contentSha256: string
}

/** 审批表: one claim, its sum and its doubts, and the boxes for the opinions. */
export function approvalSheet(of: ClaimTold, worded: WordedForm): Sheet {
  const pair = (a: string, b: string, c: string, d: string): GridRow => ({
    atLeastMm: 8,
    cells: [label(a), left(b), label(c), left(d)],
  })
  const whole = (a: string, b: string): GridRow => ({ atLeastMm: 8, cells: [label(a), left(b, 3)] })
  const { line } = of
  const unanswered = of.unanswered.map(({ title, people }) => labels.unansweredOf(title, people)).join('、')
  return {
    orientation: 'portrait',
    title: worded.title,
    number: worded.number,
    english: formTitles.approval.en,
    lead: [labels.number(of.number), labels.made(of.madeOn)],
    blocks: [
      {
        kind: 'grid',
        widthsMm: [30, 52.5, 30, 52.5],
        head: [],
        rows: [
          whole(labels.provider, of.provider),
          whole(
            labels.confirmation,
            of.confirmed
              ? labels.confirmed(of.confirmed.day, of.confirmed.who, of.confirmed.onPaper)
              : labels.notConfirmed,
          ),
          whole(labels.ofGroup, of.group),
          pair(labels.scheme, of.scheme, labels.fund, of.fund),
          ...(line
            ? [
                pair(
                  labels.line,
                  labels.lineYear(line.name, line.year),
                  labels.balance,
                  labels.yuan(formatYuan(line.availableFen)),
                ),
              ]
            : []),
          pair(labels.heads, labels.count(of.heads), labels.others, labels.othersOf(of.held, of.refused)),
          pair(labels.amount, labels.yuan(formatYuan(of.amountFen)), labels.capitals, capitalYuan(of.amountFen)),
          whole(labels.checks, labels.checksOf(of.checksPassed, of.checksAsked)),
          whole(labels.unanswered, unanswered || labels.none),
        ],
      },
      ...(of.doubts.length === 0
        ? []
        : [
            { kind: 'text', style: 'heading', lines: [labels.doubts] } as const,
            {
              kind: 'grid',
              widthsMm: [12, 22, 20, 111],
              head: [{ cells: [...labels.doubtColumns] }],
              rows: of.doubts.map(({ position, name, standing, reasons }) => ({
                cells: [String(position), name, labels.standings[standing], left(reasons)],
              })),
            } as const,
          ]),
      {
        kind: 'grid',
        widthsMm: [30, 135],
        head: [],
        rows: worded.opinions.map(({ label: who, text, foot }, at) => {
          const record = of.passed[at]
          const lines = [text, record ? labels.passed(record.day, record.who, record.minutes) : ''].filter(
            (each) => each !== '',
          )
          return { atLeastMm: 22, cells: [label(who), { text: lines.join('\n'), foot, align: 'left' as const }] }
        }),
      },
      ...closing(worded),
    ],
  }
}

export type PayoutLine = {
  readonly position: number
  readonly name: string
  readonly identity: string
  readonly bank: string
  readonly tail: string
  readonly amountFen: Fen
}

/** 发放清单: whom a claim pays, and how much. */
export function payoutSheet(
  of: Pick<ClaimTold, 'number' | 'madeOn' | 'group'>,
  worded: WordedForm,
  lines: readonly PayoutLine[],
): Sheet {
  const sum = lines.reduce((total, line) => total + line.amountFen, 0n)
  const rows: GridRow[] = lines.map((line) => ({
    cells: [
      String(line.position),
      line.name,
      line.identity,
      line.bank,
      line.tail,
      { text: formatYuan(line.amountFen), align: 'right' },
      '',
    ],
  }))
  rows.push({
    cells: [
      { text: labels.total, span: 2, head: true },
      left(labels.totalOf(lines.length, capitalYuan(sum)), 3),
      { text: formatYuan(sum), align: 'right' },
      '',
    ],
  })
  return {
    orientation: 'portrait',
    title: worded.title,
    number: worded.number,
    english: formTitles.payout.en,
    lead: [labels.number(of.number), of.group],
    blocks: [
      { kind: 'grid', widthsMm: [11, 22, 41, 41, 18, 21, 11], head: [{ cells: [...labels.payoutColumns] }], rows },
      ...closing(worded),
    ],
  }
}

export type NoticeTold = {
  readonly number: string
  readonly from: string
  readonly until: string
  readonly workingDays: number
  readonly scheme: string
  readonly group: string
  readonly provider: string
  readonly rows: readonly {
    readonly position: number
    readonly maskedName: string
    readonly maskedIdentity: string
    readonly amountFen: Fen
  }[]
}

/** 公示表: the list as it was published, masked as the public reads it. */
export function noticeSheet(of: NoticeTold, worded: WordedForm): Sheet {
  const sum = of.rows.reduce((total, row) => total + row.amountFen, 0n)
  const rows: GridRow[] = of.rows.map((row) => ({
    cells: [
      String(row.position),
      row.maskedName,
      row.maskedIdentity,
      { text: formatYuan(row.amountFen), align: 'right' },
    ],
  }))
  rows.push({
    cells: [
      { text: labels.total, span: 2, head: true },
      left(labels.totalOf(of.rows.length, capitalYuan(sum))),
      { text: formatYuan(sum), align: 'right' },
    ],
  })
  return {
    orientation: 'portrait',
    title: worded.title,
    number: worded.number,
    english: formTitles.notice.en,
    lead: [labels.noticeNumber(of.number), labels.noticePeriod(of.from, of.until, of.workingDays)],
    blocks: [
      {
        kind: 'text',
        style: 'plain',
        lines: [...worded.opening, labels.noticeAbout(of.scheme, of.group, of.provider)],
      },
      { kind: 'grid', widthsMm: [18, 36, 65, 46], head: [{ cells: [...labels.noticeColumns] }], rows },
      ...(worded.closing.length === 0 ? [] : [{ kind: 'text', style: 'plain', lines: worded.closing } as const]),
      ...closing(worded),
    ],
  }
}

/** 告知单: one sheet for each person, since each sheet goes to one person; the receipt is cut off and kept. */
export function tellingSheet(notice: Notice, worded: WordedForm, claim: { number: string; position: number }): Sheet {
  const lines = notice.items.flatMap(({ stopped, basis, bring }, at) => [
    `${at + 1}. ${stopped.zh}`,
    ...(basis.zh ? [labels.basis(basis.zh)] : []),
    labels.bring(bring.zh),
  ])
  return {
    orientation: 'portrait',
    title: worded.title,
    number: worded.number,
    english: formTitles.telling.en,
    lead: [notice.to.zh, labels.number(claim.number)],
    blocks: [
      {
        kind: 'text',
        style: 'plain',
        lines: [
          ...worded.opening,
          ...notice.opening.map((line) => line.zh),
          ...lines,
          ...notice.closing.map((line) => line.zh),
        ],
      },
      { kind: 'signatures', signs: [], seal: notice.given.zh },
      ...(worded.notes.length === 0 ? [] : [{ kind: 'text', style: 'note', lines: worded.notes } as const]),
      { kind: 'text', style: 'note', lines: [labels.receipt, labels.received(claim.number, claim.position)] },
      { kind: 'signatures', signs: labels.receiver, seal: null },
    ],
  }
}

/** A batch as the application for its money tells it. */
export type ApplicationTold = {
  readonly number: string
  readonly madeOn: string
  readonly applicant: string
  readonly fund: string
  readonly line: { readonly name: string; readonly year: number }
  /** What the line had when the batch was frozen. */
  readonly balance: { readonly appropriatedFen: Fen; readonly availableFen: Fen; readonly committedFen: Fen }
  readonly payments: number
  readonly amountFen: Fen
  readonly claims: readonly {
    readonly number: string
    readonly group: string
    readonly provider: string
    readonly again: boolean
    readonly payments: number
    readonly amountFen: Fen
  }[]
  /** Who made it and who signed it, in the order of the boxes; null while nobody did. */
  readonly hands: readonly ({ readonly day: string; readonly who: string } | null)[]
  readonly contentSha256: string
}

/** 用款申请: one batch, what it pays for which claims, and who asks the finance bureau for it. */
export function applicationSheet(of: ApplicationTold, worded: WordedForm): Sheet {
  const pair = (a: string, b: string, c: string, d: string): GridRow => ({
    atLeastMm: 8,
    cells: [label(a), left(b), label(c), left(d)],
  })
  const { balance } = of
  const right = (fen: Fen): Cell => ({ text: formatYuan(fen), align: 'right' })
  return {
    orientation: 'portrait',
    title: worded.title,
    number: worded.number,
    english: formTitles.application.en,
    lead: [labels.batch(of.number), labels.made(of.madeOn)],
    blocks: [
      ...(worded.opening.length === 0 ? [] : [{ kind: 'text', style: 'plain', lines: worded.opening } as const]),
      {
        kind: 'grid',
        widthsMm: [30, 52.5, 30, 52.5],
        head: [],
        rows: [
          { atLeastMm: 8, cells: [label(labels.applicant), left(of.applicant, 3)] },
          pair(labels.fund, of.fund, labels.line, labels.lineYear(of.line.name, of.line.year)),
          pair(labels.applied, labels.yuan(formatYuan(of.amountFen)), labels.capitals, capitalYuan(of.amountFen)),
          pair(
            labels.payments,
            labels.paymentsOf(of.payments, of.claims.length),
            labels.appropriated,
            labels.yuan(formatYuan(balance.appropriatedFen)),
          ),
          pair(
            labels.committed,
            labels.yuan(formatYuan(balance.committedFen)),
            labels.available,
            labels.yuan(formatYuan(balance.availableFen)),
          ),
        ],
      },
      {
        kind: 'grid',
        widthsMm: [34, 54, 38, 15, 24],
        head: [{ cells: [...labels.applicationColumns] }],
        rows: [
          ...of.claims.map((claim) => ({
            cells: [
              claim.again ? labels.paidAgain(claim.number) : claim.number,
              left(claim.group),
              left(claim.provider),
              String(claim.payments),
              right(claim.amountFen),
            ],
          })),
          {
            cells: [
              { text: labels.total, span: 3, head: true },
              String(of.claims.reduce((sum, claim) => sum + claim.payments, 0)),
              right(of.claims.reduce((sum, claim) => sum + claim.amountFen, 0n)),
            ],
          },
        ],
      },
      {
        kind: 'grid',
        widthsMm: [30, 135],
        head: [],
        rows: worded.opinions.map(({ label: who, text, foot }, at) => {
          const hand = of.hands[at]
          const lines = [text, hand ? labels.signed(hand.day, hand.who) : ''].filter((each) => each !== '')
          return { atLeastMm: 22, cells: [label(who), { text: lines.join('\n'), foot, align: 'left' as const }] }
        }),
      },
      { kind: 'text', style: 'note', lines: [labels.batchContent(of.contentSha256)] },
      ...closing(worded),
    ],
  }
}
