import type { PublicScheme, PublicSchemeText } from '../../kernel/policy/public.ts'
import type { Locale, Sentence } from '../../platform/contract/public.ts'

/*
 * What the public pages need to know. Nothing here names a person: counts and organisations only.
 */

/** On every public page: whose it is, whom to call, how it is to be shown. */
export type Site = {
  locale: Locale
  /** The elders' version: larger, plainer, less on a page. `?elder=1` or a cookie. */
  elder: boolean
  district: { code: number; name: Sentence }
  bureau: {
    /** The bureau's full name. */
    name: Sentence
    /** 备案号; null where the site is not on file (a demonstration). */
    filingNumber: string | null
    supervisionPhone: string
    consultPhone: string
  }
  /** The day on which it is read: what is printed says it. */
  today: string
  /** Demonstration districts only; shown on every page. */
  demonstration: { businessDate: string } | null
}

/** Where the address names no district of this house: the districts there are, and whom to call in each. */
export type NowhereData = Pick<Site, 'locale' | 'elder'> & {
  districts: readonly { code: number; name: Sentence; bureau: Sentence; phone: string }[]
}

/** Something of ours does not work: what is wrong in a sentence, where to try again, and whom to call. Needs no database. */
export type TroubleData = NowhereData & { sentence: Sentence; again: string; number: string | null }

/** A class that is open for sign-up, or full but not yet begun. */
export type PublicClass = {
  id: string
  title: Sentence
  town: Sentence
  /** The place within the town. */
  site: string
  provider: string
  startsOn: string
  endsOn: string
  /** 0 when full. */
  placesLeft: number
  /** The provider's own number for this class; without it the bureau's is shown. */
  phone: string | null
}

/** A list that is out for objections. */
export type PublicNotice = {
  id: string
  title: Sentence
  people: number
  /** The last day on which somebody may object. */
  until: string
}

/** A paper by the code under its QR; null where no paper has it. */
export type PaperData = Site & { paper: { kind: Sentence | null; code: string; issuedOn: string } | null }

/** One list that is out, page by page; every row as the law lets the public read it. */
export type NoticeData = Site & {
  notice: {
    id: string
    number: string
    scheme: Sentence
    className: string
    provider: string
    people: number
    totalFen: bigint
    from: string
    until: string
    rows: readonly { position: number; maskedName: string; maskedIdentity: string; amountFen: bigint }[]
    next: string | null
  }
}

/** A list that is not out any more, or never was: nothing of it is told but that. */
export type NoticeGoneData = Site & { until: string | null }

/** All that the home page counts: the soonest classes first, and the notices that end soonest. */
export type HomeData = Site & { classes: readonly PublicClass[]; notices: readonly PublicNotice[] }

/** At most 25 rows a page, so that a page stays under 30 KB; `next` is the key for `?after=`, null on the last page. */
export type ClassesData = Site & { classes: readonly PublicClass[]; next: string | null }
export type PoliciesData = Site & { policies: readonly PublicScheme[] }
export type PolicyData = Site & { policy: PublicSchemeText }
export type NoticesData = Site & { notices: readonly PublicNotice[]; next: string | null }

/** Hidden in every form: what ties it to this browser, and what makes sending it twice one sending. */
/** What every form carries; while somebody signs in, also the page they had asked for. */
export type FormMarks = { readonly token: string; readonly key: string; readonly to?: string | undefined }

/** A field that was not right, and what was typed: nothing typed is lost. */
export type FieldProblem = {
  readonly field: 'phone' | 'code' | 'ending' | 'kind' | 'said' | 'digits' | 'item' | 'shouldBe' | 'why' | 'paper'
  readonly problem: Sentence
}

export type AskPhoneData = Site & { form: FormMarks; typed: string; problem: FieldProblem | null }

/** `shownCode` in demonstration districts only. `ask` names the request, `asksWho` whether several people share the phone. */
export type AskCodeData = Site & {
  form: FormMarks
  ask: string
  code: string
  shownCode: string | null
  asksWho: boolean
  problem: FieldProblem | null
}

/** Where a step of a subsidy's way stands. */
export type StepState = 'done' | 'now' | 'next' | 'stopped'

export type SubsidyShown = {
  id: string
  name: string
  title: string
  scheme: Sentence
  amountFen: bigint
  /** Where it is now, in a word, and in a sentence. */
  status: Sentence
  where: Sentence
  stopped: boolean
  steps: readonly { title: Sentence; note: Sentence; state: StepState }[]
  sum: readonly { label: Sentence; fen: bigint; how?: Sentence; clause: Sentence }[]
  /** That people decided it, that it was decided anew, that it is paid beside another. */
  notes: readonly Sentence[]
  items: readonly { stopped: Sentence; basis: Sentence; bring: Sentence }[]
  /** By when and where to come with it. */
  come: Sentence | null
  failed: readonly Sentence[]
  passed: readonly Sentence[]
  unavailable: readonly Sentence[]
  reports: readonly { number: string; kind: Sentence; on: string; answer: string | null; until: string }[]
}

/** 我的补贴: each in short; one alone is told whole. */
export type ProgressData = Site & { name: string; subsidies: readonly SubsidyShown[]; form: FormMarks; until: string }

/** 我的记录: what happened, the newest first. */
export type RecordData = Site & { entries: readonly { id: string; on: string; title: Sentence }[] }

export type OneSubsidyData = Site & { subsidy: SubsidyShown; form: FormMarks }

/** 信息有误,我要反映, one question a page: what is wrong, how it is, look it over, and the number at the end. */
export type ReportData = Site & {
  form: FormMarks
  subsidy: { id: string; title: string }
  step: 'kind' | 'said' | 'look-over'
  kinds: readonly { key: string; label: Sentence }[]
  kind: { key: string; label: Sentence } | null
  said: string
  problem: FieldProblem | null
}

export type ReportedData = Site & { number: string; until: string; subsidyId: string }

/** 上课签到: the class and the session that are signed for. */
export type SignFor = { readonly classTitle: Sentence; readonly when: Sentence; readonly kind: 'in' | 'out' }

/** The six digits from the instructor's screen. */
export type SignDigitsData = Site & { form: FormMarks; typed: string; problem: FieldProblem | null }

/** The phone is known for this class: one button. `ticket` says that it has seen the code. */
export type SignSelfData = Site & { form: FormMarks; ticket: string; sign: SignFor; name: string }

/** The phone is not known yet: whose it is, by the number given at enrolment and a code. */
export type SignPhoneData = AskPhoneData & { ticket: string; sign: SignFor }
export type SignSmsData = AskCodeData & { ticket: string; sign: SignFor }

/** Signed, or signed before; or why not, and what to do. */
export type SignDoneData = Site & { sign: SignFor; name: string; at: string; minutesLate: number; before: boolean }
export type SignRefusedData = Site & { sentence: Sentence }

/** 我的信息: what the county holds of whoever is signed in, what for, until when, and who looked. Nobody else is in it. */
export type MineShown = {
  name: string
  held: readonly { what: Sentence; value: Sentence; from: Sentence; why: Sentence; basis: Sentence; until: Sentence }[]
  looked: readonly { id: string; on: string; post: Sentence; what: Sentence }[]
  corrections: readonly {
    number: string
    item: Sentence
    shouldBe: string
    on: string
    until: string
    state: Sentence
    isOpen: boolean
    answer: string | null
  }[]
}
export type MineData = Site & { mine: MineShown; form: FormMarks }
/** The same as a file: whole in itself, with the day it was made. */
export type MineFileData = Site & { mine: MineShown; madeOn: string }

/** 申请更正: one form. `typed` is what was sent and not right. */
export type CorrectData = Site & {
  form: FormMarks
  items: readonly { key: string; label: Sentence }[]
  typed: { item: string; shouldBe: string; why: string }
  problem: FieldProblem | null
}
export type CorrectedData = Site & { number: string; until: string }
