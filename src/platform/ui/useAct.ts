import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useContext, useRef, useState } from 'react'
import { call } from '../contract/client.ts'
import type { Endpoint } from '../contract/endpoint.ts'
import type { ProblemDocument } from '../contract/problem.ts'
import { FreshContext } from './fresh.ts'
import { fingerprintOf, Intents } from './intent.ts'
import { useLocale } from './language.tsx'
import { problemOf, tryAgain, waitBeforeAgain, wantsFresh } from './problems.ts'
import { sendingWith } from './sending.ts'
import type { AnswerOf, InputOf } from './useCall.ts'
import { useDistrict } from './viewer.tsx'

export type Done<T> = { ok: true; answer: T } | { ok: false; problem: ProblemDocument }

export type Act<E extends Endpoint> = {
  /** Never throws: `const done = await act({ … }); if (done.ok) …`. The same input while busy is the same act. */
  act: (input?: InputOf<E>) => Promise<Done<AnswerOf<E>>>
  busy: boolean
  /** The last refusal, until the next success or `forget`. */
  problem: ProblemDocument | null
  /** Share of an upload that has been sent, 0 to 1; null when nothing is being sent. */
  sent: number | null
  forget: () => void
}

/**
 * An operation that changes something. One idempotency key per intent, kept across retries until it succeeds; asked
 * again unasked only on 503. After a success everything shown is read again.
 */
export function useAct<E extends Endpoint>(described: E): Act<E> {
  const to = { district: useDistrict(), locale: useLocale() }
  const queries = useQueryClient()
  const intents = useRef(new Intents()).current
  const askFresh = useContext(FreshContext)
  const underWay = useRef(new Map<string, Promise<Done<AnswerOf<E>>>>()).current
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemDocument | null>(null)
  const [sent, setSent] = useState<number | null>(null)
  const mutation = useMutation({
    mutationKey: [described.method, described.path],
    mutationFn: (given: { input: InputOf<E>; key: string }) => {
      const fetchWith = described.upload ? sendingWith(setSent) : fetch
      return call({ ...to, fetchWith }, described, { ...given.input, idempotencyKey: given.key })
    },
    retry: tryAgain,
    retryDelay: waitBeforeAgain,
    networkMode: 'always',
  })
  const { mutateAsync } = mutation

  /** Where the second factor is wanted anew, it is asked for over the page, and the same is sent again. */
  async function send(input: InputOf<E>, key: string): Promise<AnswerOf<E>> {
    try {
      return await mutateAsync({ input, key })
    } catch (error) {
      if (!wantsFresh(error) || !askFresh || !(await askFresh())) throw error
      return await mutateAsync({ input, key })
    }
  }

  async function carryOut(input: InputOf<E>, fingerprint: string): Promise<Done<AnswerOf<E>>> {
    try {
      const answer = await send(input, intents.keyFor(fingerprint))
      intents.succeeded(fingerprint)
      setProblem(null)
      void queries.invalidateQueries()
      return { ok: true, answer }
    } catch (error) {
      const refused = problemOf(error, to.locale)
      setProblem(refused)
      return { ok: false, problem: refused }
    } finally {
      underWay.delete(fingerprint)
      setBusy(underWay.size > 0)
      setSent(null)
    }
  }

  function act(input: InputOf<E> = {}): Promise<Done<AnswerOf<E>>> {
    const fingerprint = fingerprintOf(input)
    const already = underWay.get(fingerprint)
    if (already) return already
    setBusy(true)
    const doing = carryOut(input, fingerprint)
    underWay.set(fingerprint, doing)
    return doing
  }

  return { act, busy, problem, sent, forget: useCallback(() => setProblem(null), []) }
}
