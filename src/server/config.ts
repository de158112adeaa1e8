import { join } from 'node:path'

/** How this process is to run; everything has a default that needs nothing of a newcomer. */
export type Config = {
  readonly port: number
  readonly host: string
  /** Keys, the embedded database and its passwords; never inside the repository's tracked files. */
  readonly dataDir: string
  /** The operator's own PostgreSQL; without it the embedded one is started. */
  readonly databaseUrl: string | undefined
  readonly seedsDemonstration: boolean
  readonly maxUploadBytes: number
}

function portOf(args: readonly string[], environment: NodeJS.ProcessEnv): number {
  const flag = args.indexOf('--port')
  const text = (flag >= 0 ? args[flag + 1] : undefined) ?? environment.PORT ?? '3310'
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`端口号不对 / Not a port: ${text}`)
  return port
}

export function configFrom(args: readonly string[], environment: NodeJS.ProcessEnv, root: string): Config {
  return {
    port: portOf(args, environment),
    host: environment.HOST ?? '127.0.0.1',
    dataDir: environment.SHANJIANG_DATA ?? join(root, 'data'),
    databaseUrl: environment.DATABASE_URL,
    seedsDemonstration: environment.SHANJIANG_DEMO !== 'off',
    maxUploadBytes: 20 * 1024 * 1024,
  }
}
