import type { Holdings } from '../../record/public.ts'
import { listOwnCertificates } from './store.ts'

/** What credentials holds of a person, as they read it themselves. */
export const credentialHoldings: Holdings = async (tx, personId) =>
  (await listOwnCertificates(tx, personId)).map(({ number, issuedOn }) => ({
    column: 'credentials.certificates.certificate_no',
    value: { zh: `${number}(${issuedOn} 发证)`, en: `${number}, issued ${issuedOn}` },
    from: { zh: '培训机构上传的成绩登记表', en: 'the mark sheet that the provider uploaded' },
  }))
