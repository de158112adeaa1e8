import type { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** What the caller must be allowed to do; `anyone` needs no sign-in, `signed-in` any account of the district. */
export type May = 'anyone' | 'signed-in' | (string & {})

/**
 * One operation, described once: the server binds it, the browser's client infers from it, OpenAPI is generated from it.
 * `path` is below `/:district/api`. An endpoint with `upload` takes the file's bytes as its body
 * (application/octet-stream, file name in the query) instead of JSON.
 */
export type Endpoint<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> = {
  readonly method: Method
  readonly path: `/${string}`
  readonly may: May
  readonly summary: string
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly returns: R
  readonly upload: boolean
  /** A question too long for an address: sent as a POST, changes nothing, runs read-only and takes no idempotency key. */
  readonly reads: boolean
  /** How large its body may be, where that is more than most need. */
  readonly mostMegabytes: number | null
  /** The answer is a file to be kept (its media type), not JSON. */
  readonly download: string | null
  /** Moves money or opens personal data: whoever has a second factor gives it anew when the last time lies back. */
  readonly fresh: boolean
  /** How often in a day somebody may do it is limited: what it is counted with. */
  readonly quota: 'reveal' | 'export' | null
  /** The field of the body that makes it count, where not every use does. */
  readonly quotaIf: string | null
}

type Partly<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> = Omit<
  Endpoint<P, Q, B, R>,
  'upload' | 'reads' | 'download' | 'mostMegabytes' | 'fresh' | 'quota' | 'quotaIf'
> & {
  upload?: boolean
  reads?: boolean
  download?: string
  mostMegabytes?: number
  fresh?: boolean
  quota?: 'reveal' | 'export'
  quotaIf?: keyof z.output<B> & string
}

/** Declares an operation. */
export function endpoint<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  described: Partly<P, Q, B, R>,
): Endpoint<P, Q, B, R> {
  const { upload = false, reads = false, download = null, mostMegabytes = null, fresh = false } = described
  const { quota = null, quotaIf = null } = described
  return { ...described, upload, reads, download, mostMegabytes, fresh, quota, quotaIf }
}

/** Whether an operation changes anything, and so needs an idempotency key. */
export function changes(described: Pick<Endpoint, 'method' | 'reads'>): boolean {
  return sendsBody(described) && !described.reads
}

/** Whether what is asked travels in a body: everything but a GET, also what only reads. */
export function sendsBody(described: Pick<Endpoint, 'method'>): boolean {
  return described.method !== 'GET'
}
