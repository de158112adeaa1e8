import { Link, useLocation, useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { type ComponentProps, useCallback, useMemo } from 'react'
import { type FilterDefaults, type Filters, readFilters, writeFilters } from './filters.ts'

type Address = Record<string, string>

/** The parameters of the page's own path: `/classes/:classId` → `{ classId }`. */
export function usePageParams<Names extends string = string>(): Readonly<Record<Names, string>> {
  return useParams({ strict: false }) as Readonly<Record<Names, string>>
}

/** The console's path now, without the district. */
export function usePath(): string {
  return useLocation({ select: (location) => location.pathname })
}

export type Go = {
  (to: string, options?: { query?: Address; replace?: boolean }): void
  back: (otherwise: string) => void
}

/** Goes to a page of the console: `go('/classes/…')`, with filters in `query`; `go.back(…)` to where one came from. */
export function useGo(): Go {
  const navigate = useNavigate()
  const router = useRouter()
  return useMemo(() => {
    const go = (to: string, options: { query?: Address; replace?: boolean } = {}) => {
      void navigate({ to, search: options.query ?? {}, replace: options.replace ?? false } as never)
    }
    const back = (otherwise: string) => (router.history.canGoBack() ? router.history.back() : go(otherwise))
    return Object.assign(go, { back })
  }, [navigate, router])
}

const EXACTLY = { exact: true, includeSearch: false } as const

export type GoLinkProps = { to: string; query?: Address } & Omit<ComponentProps<'a'>, 'href'>

/** A real link to a page of the console; it is the current one only on that very page, not on those below it. */
export function GoLink({ to, query, ...rest }: GoLinkProps) {
  return <Link {...(rest as object)} to={to} search={query ?? {}} activeOptions={EXACTLY} />
}

/**
 * The page's filters, kept in the address so that a link or a reload shows the same rows:
 * `const { filters, set, clear } = useFilters({ state: '', overdue: false })`. Each is read as the type of its default.
 */
export function useFilters<D extends FilterDefaults>(defaults: D) {
  const address: Address = useSearch({ strict: false })
  const navigate = useNavigate()
  const stable = JSON.stringify(defaults)
  const filters = useMemo(() => readFilters(address, JSON.parse(stable) as D), [address, stable])
  const set = useCallback(
    (change: Partial<Filters<D>>) => {
      const search = (now: Address) => writeFilters(now, change, JSON.parse(stable) as D)
      void navigate({ to: '.', search, replace: true } as never)
    },
    [navigate, stable],
  )
  const clear = useCallback(() => set(JSON.parse(stable) as Filters<D>), [set, stable])
  const filtered = JSON.stringify(filters) !== JSON.stringify(readFilters({}, defaults))
  return { filters, set, clear, filtered }
}
