import type { Locale, Sentence } from '../../platform/contract/public.ts'

/*
 * What the public pages need to know. Nothing here names a person: counts and organisations only.
 */

/** On every public page: whose it is, whom to call, how it is to be shown. */
export type Site = {
  locale: Locale
  /** The version with larger letters, `?elder=1`. */
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
  /** Demonstration districts only; shown on every page. */
  demonstration: { businessDate: string } | null
}

/** Where the address names no district of this house: the districts there are, and whom to call in each. */
export type NowhereData = Pick<Site, 'locale' | 'elder'> & {
  districts: readonly { code: number; name: Sentence; bureau: Sentence; phone: string }[]
}

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
export type NoticesData = Site & { notices: readonly PublicNotice[]; next: string | null }
