import { readdirSync, readFileSync } from 'node:fs'
import type { Role } from '../src/kernel/access/public.ts'

export type DemoPerson = { readonly name: string; readonly identityNumber: string; readonly phone: string }

/** A demonstration county as data: who works there, and what it begins with. Every identity number begins with 339901. */
export type DemoCounty = {
  readonly district: number
  readonly division: string
  readonly bureau: { readonly zh: string; readonly en: string }
  readonly filingNumber: string
  readonly supervisionPhone: string
  readonly consultationPhone: string
  readonly organisations: readonly {
    readonly key: string
    readonly kind: 'provider'
    readonly name: string
    readonly uscc: string | null
  }[]
  readonly accounts: readonly {
    readonly name: string
    readonly roles: readonly Role[]
    readonly person: DemoPerson
    readonly organisation?: string
  }[]
  readonly businessDate: string
  readonly sites: readonly {
    readonly organisation: string
    readonly name: string
    readonly town: string
    readonly address: string
    readonly rooms: readonly { readonly name: string; readonly seats: number }[]
  }[]
  readonly instructors: readonly {
    readonly organisation: string
    readonly title: string
    readonly person: DemoPerson
  }[]
  readonly agreements: readonly {
    readonly organisation: string
    readonly from: string
    readonly to: string
    readonly document: string
    readonly items: readonly { readonly occupation: string; readonly highestLevel: string; readonly site: string }[]
  }[]
  /** Papers of a provider; with a site when they are of one. */
  readonly documents: readonly {
    readonly organisation: string
    readonly kind: string
    readonly site?: string
    readonly number: string
    readonly from: string
    readonly to: string
  }[]
  readonly budget: readonly {
    readonly fund: string
    readonly name: string
    readonly year: number
    readonly document: string
    readonly appropriatedFen: string
  }[]
  readonly classes: readonly DemoClass[]
}

/** A class that is already on file when somebody first looks; its people are made by `rosterOf`. */
export type DemoClass = {
  readonly account: string
  readonly number: string
  readonly occupation: string
  readonly level: string
  readonly room: string
  readonly instructor: string
  readonly startsOn: string
  readonly endsOn: string
  /** Its half-days, where they are not the usual ones. */
  readonly halves?: readonly { readonly from: string; readonly to: string }[]
  readonly theoryHours: number
  readonly practiceHours: number
  readonly capacity: number
  readonly people: number
  readonly seed: number
}

export function demoCounties(): DemoCounty[] {
  const folder = new URL('.', import.meta.url)
  return readdirSync(folder)
    .filter((name) => /^\d{6}\.json$/.test(name))
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as DemoCounty)
}
