import type { Vault } from '../../../platform/crypto/public.ts'
import type { Check } from '../../record/public.ts'
import type { PolicyEngine } from '../deciding/engine.ts'
import { oneHolderCheck, samePartyCheck, soundAccountCheck } from './accounts.ts'
import { sameAmountCheck } from './amount.ts'
import { budgetCheck, dutiesApartCheck, lawfulFundCheck } from './claims.ts'

/** What funds makes sure of about a payment itself. */
export function paymentChecks(needs: { readonly vault: Vault; readonly engine: PolicyEngine }): readonly Check[] {
  return [
    sameAmountCheck(needs.engine),
    oneHolderCheck,
    soundAccountCheck(needs.vault),
    samePartyCheck,
    dutiesApartCheck,
    lawfulFundCheck,
    budgetCheck,
  ]
}
