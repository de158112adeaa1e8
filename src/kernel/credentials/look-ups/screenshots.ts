import { documentKindOf } from '../../../platform/files/document-kind.ts'
import { type Checked, accepted, refused } from '../../values/public.ts'
import { refusals } from './words.ts'

export const SCREENSHOT_TYPES = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  pdf: 'application/pdf',
} as const
export type ScreenshotType = (typeof SCREENSHOT_TYPES)[keyof typeof SCREENSHOT_TYPES]

/** What a file input lets somebody choose. */
export const SCREENSHOT_EXTENSIONS = Object.keys(SCREENSHOT_TYPES)
  .map((extension) => `.${extension}`)
  .join(',')

/** A whole screen is some hundred kilobytes; ten of them in one PDF fit as well. */
export const MOST_SCREENSHOT_BYTES = 5 * 1024 * 1024

/** What a file is by its own bytes, never by its name; refused when it is none of the three or has lost its end. */
export function readScreenshot(bytes: Uint8Array): Checked<ScreenshotType> {
  if (bytes.length === 0) return refused(refusals.screenshotEmpty)
  if (bytes.length > MOST_SCREENSHOT_BYTES)
    return refused(refusals.screenshotTooLarge(MOST_SCREENSHOT_BYTES / 1024 / 1024))
  const known = documentKindOf(bytes)
  if (!known) return refused(refusals.screenshotNoImage)
  return known.whole ? accepted(known.type) : refused(refusals.screenshotCut({ zh: known.name, en: known.name }))
}
