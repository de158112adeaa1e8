export { type DocumentType, documentKindOf } from './document-kind.ts'
export { findFile, keepFile, type StoredFile } from './store.ts'
