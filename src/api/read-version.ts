import { ApiComplaint } from './api-complaint.ts'

/** The version that whoever acts has seen, out of an If-Match header; null without one, and for `*`. */
export function readVersion(header: string | undefined): number | null {
  if (header === undefined || header === '*') return null
  const version = /^"([1-9]\d{0,8})"$/.exec(header)?.[1]
  if (version === undefined) throw new ApiComplaint(400, 'version-wrong')
  return Number(version)
}
