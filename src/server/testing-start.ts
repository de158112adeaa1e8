/** The whole program as a process, for tests: configured by SHANJIANG_TEST_CONFIG, stopped by signals. */
import { runUntilStopped } from '../server.ts'
import type { Config } from './config.ts'

await runUntilStopped(JSON.parse(process.env.SHANJIANG_TEST_CONFIG!) as Config)
