import type { RecordedName } from '../../../kernel/people/public.ts'

/** What the district calls somebody, and the class whose roster says so where one does. */
export type KnownName = { readonly name: string; readonly classId: string | null }

/**
 * The earliest name still standing: of record, where an office registered the person or the upload that told of them is
 * still its class's roster; else of the earliest current roster. A roster that was replaced says nothing any more, so a
 * provider who corrects a name is not held to the slip. `elsewhere` is what other classes' current rosters say, the
 * earliest first.
 */
export function knownNameOf(
  record: RecordedName,
  elsewhere: readonly { readonly name: string; readonly classId: string; readonly importId: string }[],
): KnownName | undefined {
  if (record.toldBy === null) return { name: record.name, classId: null }
  return elsewhere.find((each) => each.importId === record.toldBy) ?? elsewhere[0]
}
