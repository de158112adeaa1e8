import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { call } from '../../../platform/contract/public.ts'
import { useDistrict, useLocale } from '../../../platform/ui/public.ts'
import { askConflicts, type TimetableFinding } from './contract.ts'
import { SESSIONS_AT_MOST } from './shape.ts'
import { type EditRow, given, isComplete } from './editing.ts'

/** A finding with the keys of the rows it concerns. */
export type RowFinding = Omit<TimetableFinding, 'rows'> & { readonly keys: readonly string[] }

const PAUSE_MS = 400

/** The value once it has not changed for a while. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const pause = setTimeout(() => setSettled(value), PAUSE_MS)
    return () => clearTimeout(pause)
  }, [value])
  return settled
}

/** What stands against the rows as they are being edited, asked when typing pauses. Incomplete rows are left out. */
export function useConflicts(classId: string, rows: readonly EditRow[], enabled: boolean) {
  const to = { district: useDistrict(), locale: useLocale() }
  const settled = useSettled(rows)
  const asked = useMemo(() => settled.filter(isComplete), [settled])
  const sessions = asked.map(given)
  const query = useQuery({
    queryKey: [to.district, askConflicts.method, askConflicts.path, classId, sessions, to.locale],
    queryFn: async ({ signal }) => {
      const fetchWith: typeof fetch = (address, init) => fetch(address, { ...init, signal })
      const { findings, more } = await call({ ...to, fetchWith }, askConflicts, {
        params: { classId },
        body: { sessions },
      })
      const keyed = findings.map(
        ({ rows: at, ...finding }): RowFinding => ({
          ...finding,
          keys: at.flatMap((index) => asked[index]?.key ?? []),
        }),
      )
      return { findings: keyed, more }
    },
    enabled: enabled && asked.length > 0 && asked.length <= SESSIONS_AT_MOST,
    placeholderData: keepPreviousData,
    retry: false,
    networkMode: 'always',
  })
  return {
    findings: asked.length === 0 ? [] : (query.data?.findings ?? []),
    more: asked.length === 0 ? 0 : (query.data?.more ?? 0),
    checking: enabled && (query.isFetching || settled !== rows),
    failed: query.isError,
  }
}
