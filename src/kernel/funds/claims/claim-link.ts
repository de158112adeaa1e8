import type { TrailLink } from '../../record/public.ts'

/** A claim, as trails link to it. */
export const claimLink = ({ id, number }: { readonly id: string; readonly number: string }): TrailLink => ({
  kind: 'claim',
  id,
  title: { zh: `申领单 ${number}`, en: `Claim ${number}` },
})
