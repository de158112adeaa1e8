import type { ComponentType, LazyExoticComponent } from 'react'
import type { Endpoint, Sentence } from '../../platform/contract/public.ts'
import type { AnswerOf, InputOf } from '../../platform/ui/public.ts'

/** The groups of the navigation, in the programme's order; their names are in words.ts. */
export const GROUPS = ['mine', 'training', 'incentives', 'service', 'money', 'figures'] as const
export type Group = (typeof GROUPS)[number]

/** What waits on a page: all of it, and of that what is due today and what is overdue. */
export type Waits = { readonly all: number; readonly dueToday: number; readonly overdue: number }

/** What waits on a page, read from an operation of its room. */
export type Count = { of: Endpoint; input: object; read: (answer: unknown) => Waits }

/** A page of the console, as it registers in pages.ts. */
export type Page = {
  /** Below `/:district/console`; `:names` become `usePageParams()`. */
  path: `/${string}`
  group: Group
  /** The name in the navigation. */
  title: Sentence
  /** The permission that opens it; `signed-in` for everybody. */
  may: string
  /** Whether the navigation shows it; pages of one record are reached from their list. */
  nav: boolean
  /** Shown beside the name when it is not zero. */
  count?: Count
  component: LazyExoticComponent<ComponentType>
}

/** Declares a page's count with the types of its operation. */
export function countOf<E extends Endpoint>(
  of: E,
  input: InputOf<E>,
  read: (answer: AnswerOf<E>) => number | (Partial<Waits> & Pick<Waits, 'all'>),
): Count {
  return {
    of,
    input,
    read(answer) {
      const found = read(answer as AnswerOf<E>)
      return { dueToday: 0, overdue: 0, ...(typeof found === 'number' ? { all: found } : found) }
    },
  }
}

/** What is overdue comes first, then what is due today; otherwise as the navigation has it. Where nothing waits is left out. */
export function byUrgency<T extends { readonly waits: Waits }>(entries: readonly T[]): T[] {
  return entries
    .filter(({ waits }) => waits.all > 0)
    .sort((a, b) => b.waits.overdue - a.waits.overdue || b.waits.dueToday - a.waits.dueToday)
}

export type MenuGroup = { group: Group; pages: readonly Page[] }

/** What the navigation shows to somebody who may do these things: existing pages only, no empty groups. */
export function menuFor(pages: readonly Page[], may: (permission: string) => boolean): MenuGroup[] {
  return GROUPS.map((group) => ({
    group,
    pages: pages.filter((page) => page.nav && page.group === group && may(page.may)),
  })).filter((each) => each.pages.length > 0)
}

/** The registered page that a path belongs to: itself, or the longest one above it. */
export function pageAbove(pages: readonly Page[], path: string): Page | undefined {
  return pages
    .filter((page) => page.nav && (path === page.path || path.startsWith(`${page.path}/`)))
    .sort((a, b) => b.path.length - a.path.length)[0]
}

/** The pages whose name or path contains what was typed. */
export function findPages(pages: readonly Page[], typed: string): Page[] {
  const wanted = typed.trim().toLowerCase()
  return pages.filter((page) => `${page.title.zh} ${page.title.en} ${page.path}`.toLowerCase().includes(wanted))
}

/** `/classes/:classId` in the router's spelling. */
export function routerPath(path: string): string {
  return path.replace(/:(\w+)/g, '$$$1')
}
