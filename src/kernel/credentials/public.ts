export type { CertificateGroup, CertificateGroups, CertificateOfSubject } from './look-ups/groups.ts'
export { CERTIFICATES_LOOKED_UP, type CertificatesLookedUp } from './look-ups/routes.ts'
export { readScreenshot, SCREENSHOT_EXTENSIONS } from './look-ups/screenshots.ts'
export {
  type Certificate,
  type CertificateGiven,
  type CertificateKind,
  findCertificates,
  findCertificatesByNumber,
  findCertificatesToldBy,
  listCertificatesById,
  saveCertificates,
  type ToldBy,
} from './store.ts'
export type { CertificateTeller } from './trails.ts'
export { KIND_WORDS } from './words.ts'
