/** What a case calls its third parties, whose names stand sealed elsewhere: 第三方1, 第三方2, in the order they were asked. */
export function thirdPartyLabel(place: number): string {
  return `第三方${place}`
}
