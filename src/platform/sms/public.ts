export { fileSms, type Sms, type SmsGate } from './file-sms.ts'
