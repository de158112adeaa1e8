import { keepPreviousData, useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query'
import { call } from '../contract/client.ts'
import type { Endpoint } from '../contract/endpoint.ts'
import type { ProblemDocument } from '../contract/problem.ts'
import type { Locale } from '../contract/words.ts'
import { attendance } from './attended.ts'
import { useLocale } from './language.tsx'
import { problemOf, tryAgain, waitBeforeAgain } from './problems.ts'
import { useDistrict } from './viewer.tsx'
import { words } from './words.ts'

export type InputOf<E extends Endpoint> = NonNullable<Parameters<typeof call<E>>[2]>
export type AnswerOf<E extends Endpoint> = Awaited<ReturnType<typeof call<E>>>

export type Reading<T> = {
  data: T | undefined
  /** Nothing to show yet. */
  loading: boolean
  /** Something is shown and newer is on its way. */
  refreshing: boolean
  problem: ProblemDocument | null
  retry: () => void
}

/** Under which name an answer is kept: one per district, operation, input and language. */
export function keyOf(
  district: number,
  locale: Locale,
  described: Endpoint,
  input: { params?: unknown; query?: unknown } = {},
) {
  return [district, described.method, described.path, input.params ?? {}, input.query ?? {}, locale] as const
}

function reading(to: { district: number; locale: Locale }, signal: AbortSignal) {
  const fetchWith = ((address: string, init: RequestInit) =>
    fetch(address, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), ...attendance() },
      signal,
    })) as typeof fetch
  return { ...to, fetchWith }
}

const POLICY = { retry: tryAgain, retryDelay: waitBeforeAgain, networkMode: 'always', staleTime: 2_000 } as const

/**
 * Reads an operation for a page: cancelled when no longer wanted, the last answer kept while the next comes, asked
 * again only on 503. `enabled: false` waits; `everySeconds` looks again by itself.
 */
export function useCall<E extends Endpoint>(
  described: E,
  input: InputOf<E> = {},
  options: { enabled?: boolean; everySeconds?: number } = {},
): Reading<AnswerOf<E>> {
  const to = { district: useDistrict(), locale: useLocale() }
  const query = useQuery({
    ...POLICY,
    queryKey: keyOf(to.district, to.locale, described, input),
    queryFn: ({ signal }) => call(reading(to, signal), described, input),
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
    refetchInterval: options.everySeconds ? options.everySeconds * 1000 : false,
  })
  return {
    data: query.data as AnswerOf<E> | undefined,
    loading: query.isLoading,
    refreshing: query.isFetching && query.data !== undefined,
    problem: query.error ? problemOf(query.error, to.locale, words.notLoaded) : null,
    retry: () => void query.refetch(),
  }
}

/** Several readings at once, in their order, each kept as `useCall` keeps it; undefined until it is there. */
export function useCalls(
  asked: readonly { readonly of: Endpoint; readonly input: object }[],
  options: { everySeconds: number },
): readonly unknown[] {
  const to = { district: useDistrict(), locale: useLocale() }
  const found = useQueries({
    queries: asked.map(({ of, input }) => ({
      ...POLICY,
      queryKey: keyOf(to.district, to.locale, of, input),
      queryFn: ({ signal }: { signal: AbortSignal }) => call(reading(to, signal), of, input),
      refetchInterval: options.everySeconds * 1000,
    })),
  })
  // What cannot be read now counts as read: the page itself says what is wrong with it.
  return found.map(({ data, isError }) => (isError ? null : data))
}

type Paged = { items: readonly unknown[]; next: string | null }
type ItemOf<E extends Endpoint> = AnswerOf<E> extends { items: readonly (infer I)[] } ? I : never

export type Listing<T> = Omit<Reading<readonly T[]>, 'data'> & {
  rows: readonly T[] | undefined
  /** Whether there is a next page, and how to read it. */
  more: { exists: boolean; busy: boolean; load: () => void }
}

/** Reads a list paged by key (`pageOf` in the contract), page after page, as one growing list. */
export function useListing<E extends Endpoint>(
  described: E,
  input: InputOf<E> = {},
  options: { enabled?: boolean } = {},
): Listing<ItemOf<E>> {
  const to = { district: useDistrict(), locale: useLocale() }
  const query = useInfiniteQuery({
    ...POLICY,
    queryKey: [...keyOf(to.district, to.locale, described, input), 'pages'],
    queryFn: async ({ signal, pageParam }) => {
      const page = { ...(input.query as object), ...(pageParam === null ? {} : { after: pageParam }) }
      return (await call(reading(to, signal), described, { ...input, query: page } as InputOf<E>)) as Paged
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last: Paged) => last.next,
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
  })
  return {
    rows: query.data?.pages.flatMap((page) => page.items as ItemOf<E>[]),
    loading: query.isLoading,
    refreshing: query.isFetching && !query.isFetchingNextPage && query.data !== undefined,
    problem: query.error ? problemOf(query.error, to.locale, words.notLoaded) : null,
    retry: () => void (query.isFetchNextPageError ? query.fetchNextPage() : query.refetch()),
    more: { exists: query.hasNextPage, busy: query.isFetchingNextPage, load: () => void query.fetchNextPage() },
  }
}
