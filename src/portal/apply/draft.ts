import type { Wanted } from '../../requests/events/request-event.ts'
import { type ApplicantKindId, applicantKinds } from '../../statute/applicant-kinds.ts'
import type { StoredDraft } from '../../storage/apply/request-drafts.ts'

/** What somebody typed about a person or an organisation; blank where nothing was. */
export type PersonFields = Readonly<Record<(typeof personFields)[number], string>>

export const personFields = [
  'name',
  'documentKind',
  'documentNumber',
  'legalRepresentative',
  'contactPerson',
  'phone',
  'email',
  'address',
  'postcode',
] as const

/** What a file that came along is. */
export type FilePurpose = 'identity' | 'agentIdentity' | 'powerOfAttorney'
export const filePurposes: readonly FilePurpose[] = ['identity', 'agentIdentity', 'powerOfAttorney']

export type DraftFile = {
  readonly id: string
  readonly purpose: FilePurpose
  readonly mediaType: string
  readonly extension: string
  readonly bytes: number
}

/** A request while it is filled in. */
export type Draft = {
  /** The form's own secret: however often it is sent, it is one request. */
  readonly submission: string
  /** Digest of the notice on personal information that was agreed to, and when. */
  readonly consent: { readonly notice: string; readonly at: string }
  readonly applicantKind: ApplicantKindId | null
  /** The representative of joint applicants first. */
  readonly people: readonly PersonFields[]
  readonly agent: PersonFields | null
  readonly files: readonly DraftFile[]
  readonly content: string
  readonly form: Wanted['form'] | null
  readonly by: Wanted['by'] | null
  /** What went wrong with the files that came last, in words; told once more when the page is shown. */
  readonly complaints: readonly string[]
}

export const mostPeople = 20
export const mostFiles = 8
export const mostContent = 10_000
/** What is too long is shown back, to be shortened. */
export const mostTyped = 5 * mostContent

export const wantedForms: readonly Wanted['form'][] = ['electronic', 'paper', 'onSite', 'other']
export const wantedWays: readonly Wanted['by'][] = ['portal', 'email', 'post', 'inPerson', 'fax']

export const blankPerson: PersonFields = Object.fromEntries(personFields.map((name) => [name, ''])) as PersonFields

export function newDraft(submission: string, consent: Draft['consent']): Draft {
  return {
    submission,
    consent,
    applicantKind: null,
    people: [blankPerson],
    agent: null,
    files: [],
    content: '',
    form: null,
    by: null,
    complaints: [],
  }
}

/** A stored draft; it was written by this program and nobody else could have sealed it. */
export const asDraft = (stored: StoredDraft) => stored as unknown as Draft

/** The draft with what the form about who asks says; files are apart. */
export function withWho(draft: Draft, form: FormData): Draft {
  const count = Math.min(mostPeople, Math.max(1, Number(textOf(form, 'count')) || 1))
  const kind = applicantKinds.find(({ id }) => id === form.get('kind'))?.id ?? draft.applicantKind
  return {
    ...draft,
    applicantKind: kind,
    people: Array.from({ length: count }, (_, at) => personIn(form, `p${at + 1}-`)),
    agent: form.get('byAgent') === 'yes' ? personIn(form, 'agent-') : null,
  }
}

export function withWhat(draft: Draft, form: FormData): Draft {
  return { ...draft, content: textOf(form, 'content', mostTyped) }
}

export function withHow(draft: Draft, form: FormData): Draft {
  return {
    ...draft,
    form: wantedForms.find((one) => one === form.get('form')) ?? null,
    by: wantedWays.find((one) => one === form.get('by')) ?? null,
  }
}

function personIn(form: FormData, prefix: string): PersonFields {
  return Object.fromEntries(personFields.map((name) => [name, textOf(form, prefix + name)])) as PersonFields
}

/** A field as it was typed, without blanks around it; a file in its place is nothing. Longer than anybody types is cut. */
export function textOf(form: FormData, name: string, most = 500): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim().slice(0, most) : ''
}
