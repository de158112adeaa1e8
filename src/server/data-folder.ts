import { mkdirSync } from 'node:fs'
import type { Config } from './config.ts'

/**
 * Makes the folder for keys and passwords: nobody else may look into it. Where the built-in database runs under another
 * user than ours (as root), that user may pass through to its own folder below; each secret is closed by itself.
 */
export function makeDataFolder({ dataDir, databaseUrl }: Pick<Config, 'dataDir' | 'databaseUrl'>): void {
  const isPassed = databaseUrl === undefined && process.getuid?.() === 0
  mkdirSync(dataDir, { recursive: true, mode: isPassed ? 0o711 : 0o700 })
}
