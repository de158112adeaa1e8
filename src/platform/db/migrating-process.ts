/** A process that brings the database of OWNER_URL to the newest schema, for tests in which it is killed on the way. */
import { migrate } from './migrate.ts'

await migrate(process.env.OWNER_URL!)
