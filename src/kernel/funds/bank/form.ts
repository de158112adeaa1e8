import { parametersOn } from '../../policy/public.ts'
import type { CivilDate } from '../../values/public.ts'
import type { BankFileTemplate } from './rules.ts'

/** The form of the list the county's bank reads on a day; undefined while the county has not settled one. */
export function bankFormOn(district: number, day: CivilDate): BankFileTemplate | undefined {
  const parameters = parametersOn(district, day)
  return parameters.list().some(({ name }) => name === 'bank.batchFile')
    ? parameters.get('bank.batchFile').value
    : undefined
}
