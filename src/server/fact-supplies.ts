import { FACTS } from '../kernel/policy/facts/dictionary.ts'
import type { Supply } from '../kernel/policy/linting/supply.ts'
import { trainingSuppliers } from '../mechanisms/training/room.ts'

/** By whom a benefit counts besides the person: who employs them, and which studio trained them, nobody says yet. */
const HISTORIES = ['history.receipts', 'history.ofProvider', 'history.ofCertificate']

/** What every claim brings with it, whatever it is for: its day and what it is for, and what was had before. */
const OF_EVERY_CLAIM = FACTS.filter(({ key, suppliedBy }) => suppliedBy === 'funds/deciding' || HISTORIES.includes(key))

/** Who supplies which facts for which recorded facts, all rooms together. */
export const factSupplies: readonly Supply[] = [...trainingSuppliers, { keys: OF_EVERY_CLAIM.map(({ key }) => key) }]
