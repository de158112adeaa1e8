import type { StepFiles } from '../../record/public.ts'

/** What funds exchanges with banks, the province and old lists names people of many classes: none of it leaves. */
export const fundsFiles: StepFiles = {
  tables: [],
  staysHere: {
    'funds.bank_files': 'a bank’s list of everybody in a batch, with accounts in full',
    'funds.history_sources': 'a list of past payments of many classes',
    'funds.province_exports': 'a list for the province with numbers in full',
    'funds.province_imports': 'the province’s list of many claims',
    'funds.return_files': 'the bank’s answer for everybody in a batch',
  },
  of: async () => [],
}
