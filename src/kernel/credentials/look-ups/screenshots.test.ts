import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_SCREENSHOT_BYTES, readScreenshot } from './screenshots.ts'
import { givenJpeg, givenPdf, givenPng } from './testing.ts'

function said(bytes: Uint8Array): string {
  const read = readScreenshot(bytes)
  return read.ok ? read.value : read.problems.map((problem) => problem.zh).join()
}

describe('a screenshot', () => {
  it('is what its bytes are', () => {
    expect([givenPng(), givenJpeg(), givenPdf()].map(said)).toEqual(['image/png', 'image/jpeg', 'application/pdf'])
  })

  it.each([
    ['a saved page', Buffer.from('<!doctype html><html><body>查询结果</body></html>')],
    ['a page that calls itself a PDF further down', Buffer.from('<html>%PDF-1.7 %%EOF</html>')],
    ['an SVG, which could hold a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a GIF', Buffer.from('GIF89a')],
  ])('is refused when it is %s, whatever its name', (_, bytes) => {
    expect(said(bytes)).toMatch(/^截图应是 PNG、JPEG 图片或 PDF/)
  })

  it('is refused when it is empty or too large', () => {
    expect(said(Buffer.alloc(0))).toMatch(/空文件/)
    expect(said(Buffer.concat([givenPng(), Buffer.alloc(MOST_SCREENSHOT_BYTES)]))).toMatch(/超过5 MB/)
  })

  it('is refused wherever it was cut off, its preview not taken for its end', () => {
    for (const whole of [givenPng(), givenJpeg()]) {
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: whole.length - 1 }),
          (kept) => !readScreenshot(whole.subarray(0, kept)).ok,
        ),
      )
    }
    expect(said(givenPdf().subarray(0, -8))).toMatch(/PDF 文件不完整/)
  })

  it('never throws, whatever the bytes', () => {
    const header = fc.constantFrom(...[givenPng(), givenJpeg(), givenPdf()].map((each) => each.subarray(0, 12)))
    fc.assert(
      fc.property(header, fc.uint8Array({ maxLength: 200 }), (start, rest) => {
        readScreenshot(Buffer.concat([start, rest]))
      }),
    )
  })
})
