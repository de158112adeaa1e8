export { type DocumentType, documentKindOf } from './document-kind.ts'
export { fileHashes, findFile, keepFile, type StoredFile } from './store.ts'
