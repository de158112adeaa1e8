import type { ConstraintWords, Route } from '../../platform/http/public.ts'
import type { Form, PaperSubject } from '../record/public.ts'
import type { District } from '../reference/public.ts'
import { editingConstraintWords, editingRoutes } from './editing/routes.ts'
import type { Supply } from './linting/supply.ts'
import { schemeForms, schemeVersionSubject } from './published/paper.ts'

/** `supplies`: which facts every room supplies, for what. */
export function policyRoutes(needs: { readonly supplies: readonly Supply[] }): Route[] {
  return editingRoutes(needs)
}

export const policyConstraintWords: ConstraintWords = editingConstraintWords

/** What policy prints, and what it prints about. */
export function policyForms(needs: { readonly districtOf: (district: number) => District }): Form[] {
  return schemeForms(needs)
}

export const policyPaperSubjects: readonly PaperSubject[] = [schemeVersionSubject]
