/** What a password must be. Length before variety: no demands for signs or capitals (NIST SP 800-63B-4, 3.1.1). */
export const PASSWORD = { fewest: 10, most: 200, fewestDifferent: 5 } as const

export type Weakness = 'too-short' | 'too-long' | 'own-name' | 'monotonous' | 'common'

/** As passwords are compared: full width and upper case make no difference. Never as they are hashed. */
export const plainOf = (password: string): string => password.normalize('NFKC').toLowerCase()

/** Every reason why somebody cannot have this password; `isCommon` knows the list of leaked ones. */
export function weaknessesOf(
  password: string,
  names: readonly string[],
  isCommon: (plain: string) => boolean,
): Weakness[] {
  const plain = plainOf(password)
  const letters = [...plain]
  const found: Weakness[] = []
  if (letters.length < PASSWORD.fewest) found.push('too-short')
  if (password.length > PASSWORD.most) found.push('too-long')
  if (names.some((name) => [...name].length >= 2 && plain.includes(plainOf(name)))) found.push('own-name')
  if (new Set(letters).size < PASSWORD.fewestDifferent) found.push('monotonous')
  else if (isCommon(plain)) found.push('common')
  return found
}
