import type { Register, RegisterHit } from '../registers.ts'
import { countEmployersListed, type InsuredSpellKnown, listSpellsOf } from './spells-store.ts'
import { registerWords } from './words.ts'

/**
 * The insured lists as a way to ask who is insured as an employee. A list of some employers says nothing of the others:
 * it answers with hits only and has compared nobody.
 */
export const insuredRegister: Register = {
  name: 'insured-staff',
  async ask(tx, { personIds }) {
    const hits = new Map<string, RegisterHit[]>()
    for (const spell of await listSpellsOf(tx, personIds)) {
      const found = hits.get(spell.personId) ?? []
      hits.set(spell.personId, [...found, hitOf(spell)])
    }
    const listed = await countEmployersListed(tx)
    return { compared: new Map(), hits, ...(listed ? { partly: registerWords.partly(listed) } : {}) }
  },
}

function hitOf(spell: InsuredSpellKnown): RegisterHit {
  return {
    from: spell.fromMonth,
    to: spell.toMonth,
    says: spell.employerName,
    source: spell.source,
    asOf: spell.asOf,
    uscc: spell.uscc,
    evidence: { label: registerWords.list(spell.source), kind: 'insured-list', id: spell.importId },
  }
}
