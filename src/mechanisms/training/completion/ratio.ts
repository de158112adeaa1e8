/** An exact share of whole numbers (attended 9 of 20), never a floating-point number. */
export type Ratio = { readonly numerator: number; readonly denominator: number }

/** Whether a share reaches a line, by exact cross-multiplication. */
export function reaches(share: Ratio, line: Ratio): boolean {
  return share.numerator * line.denominator >= line.numerator * share.denominator
}

/** A share as whole numbers and, never rounded up, in per cent: 9/20(45%). */
export function ratioText({ numerator, denominator }: Ratio): string {
  const tenths = Math.floor((numerator * 1000) / denominator)
  return `${numerator}/${denominator}(${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)}%)`
}
