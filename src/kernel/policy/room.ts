import type { ConstraintWords, Route } from '../../platform/http/public.ts'
import { editingConstraintWords, editingRoutes } from './editing/routes.ts'
import type { Supply } from './linting/supply.ts'

/** `supplies`: which facts every room supplies, for what. */
export function policyRoutes(needs: { readonly supplies: readonly Supply[] }): Route[] {
  return editingRoutes(needs)
}

export const policyConstraintWords: ConstraintWords = editingConstraintWords
