/** The server tests run on: the one named in TEST_DATABASE_URL, else the one the global set-up started. */
export async function testServerUrl(): Promise<string> {
  const url = process.env.TEST_DATABASE_URL
  if (!url) throw new Error('TEST_DATABASE_URL is not set: run tests through npm test, or set it to a superuser URL.')
  return url
}
