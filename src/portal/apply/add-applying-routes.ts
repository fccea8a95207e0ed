import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { renderForm } from '../../documents/write/form/render-form.ts'
import { newRequestId } from '../../operation/request-id.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { requestForm } from '../../requests/form/request-form.ts'
import { day } from '../../statute/day.ts'
import { html } from '../html.ts'
import type { PortalEnv } from '../portal-env.ts'
import { type Edition, editions } from '../site/addresses.ts'
import { answerFile, answerPage, isCrossSite } from './answer-page.ts'
import { type ApplyingParts, type ApplyScreen, screenFor, wholePage } from './apply-screen.ts'
import { steps } from './check-draft.ts'
import {
  discardDraft,
  postBegin,
  postStep,
  sayNoDraft,
  showBegin,
  showStep,
  similarWhileTyping,
} from './draft-steps.ts'
import { addFollowRoutes } from './follow/add-follow-routes.ts'
import { addLostCodeRoutes } from './follow/lost-code.ts'
import { sendRequest } from './send-request.ts'

/** All files of one step together, in bytes. */
const uploadLimit = 48 * 1024 * 1024

/** Does something on the screen of an agency. */
export type Handler = (c: Context, parts: ApplyingParts, screen: ApplyScreen) => Promise<Response>

/** The addresses of applying and following. They come before those of the site, which answers all other pages. */
export function addApplyingRoutes(app: Hono<PortalEnv>, parts: ApplyingParts): void {
  for (const edition of editions) {
    const root = `${parts.base}${edition.prefix}agencies/:code/request/`
    const at = (place: string, handler: Handler) => onScreen(parts, edition, place, handler)
    const get = (place: string, handler: Handler) => app.get(`${root}${place}`, at(place, handler))
    const post = (place: string, handler: Handler) =>
      app.post(`${root}${place}`, limitFor(parts, edition, place), at(place, guarded(handler)))
    get('form.pdf', (c, _, { agency }) => blankForm(c, agency.name, 'pdf'))
    get('form.docx', (c, _, { agency }) => blankForm(c, agency.name, 'docx'))
    get('apply/', showBegin)
    post('apply/', postBegin)
    for (const step of steps) get(`apply/${step}/`, (...all) => showStep(step, ...all))
    for (const step of ['who', 'what', 'how'] as const) post(`apply/${step}/`, (...all) => postStep(step, ...all))
    post('apply/similar/', similarWhileTyping)
    post('apply/discard/', discardDraft)
    post('apply/send/', sendRequest)
    // Going back, or a page that was opened anew, asks for the address of a form.
    for (const place of ['apply/send/', 'apply/discard/', 'apply/similar/']) get(place, sayNoDraft)
    addFollowRoutes({ get, post })
    addLostCodeRoutes({ get, post })
  }
}

export type AddRoute = (place: string, handler: Handler) => void

function onScreen(parts: ApplyingParts, edition: Edition, place: string, handler: Handler) {
  return async (c: Context<PortalEnv>) => {
    const screen = await screenFor(parts, edition, c.req.param('code') ?? '', place)
    if (!screen) return c.notFound()
    try {
      return await handler(c, parts, screen)
    } catch (error) {
      // Whoever is in the middle of an application stays on its pages, and sees whom to call.
      if (error instanceof Refusal || c.req.raw.signal.aborted) throw error
      const id = c.get('requestId') ?? newRequestId()
      parts.log({ event: 'error', id, error })
      const { words } = screen
      const page = html`<h1>${words.failedTitle}</h1><p role="alert">${words.failed(id)}</p>`
      return answerPage(c, wholePage(screen, words.failedTitle, page), 500)
    }
  }
}

function guarded(handler: Handler): Handler {
  return async (c, parts, screen) => {
    if (!isCrossSite(c)) return await handler(c, parts, screen)
    const { words } = screen
    return answerPage(c, wholePage(screen, words.title, html`<h1>${words.title}</h1><p>${words.crossSite}</p>`), 403)
  }
}

function limitFor(parts: ApplyingParts, edition: Edition, place: string) {
  return bodyLimit({
    maxSize: uploadLimit,
    onError: async (c) => {
      const screen = await screenFor(parts, edition, c.req.param('code') ?? '', place)
      if (!screen) return c.notFound()
      const { words } = screen
      const content = html`<h1>${words.title}</h1><p>${words.filesHint}</p><p><a href="${screen.to('apply/who/')}">${words.back}</a></p>`
      return answerPage(c, wholePage(screen, words.title, content), 413)
    },
  })
}

/** Blank forms by agency, which are the same for everybody. */
const blankForms = new Map<string, Promise<Uint8Array>>()
const mostForms = 200

async function blankForm(c: Context, agency: string, format: 'pdf' | 'docx'): Promise<Response> {
  const key = `${format} ${agency}`
  if (!blankForms.has(key)) {
    if (blankForms.size >= mostForms) blankForms.clear()
    const made = renderForm(requestForm(agency, day('2026-01-01'), null), format)
    blankForms.set(key, made)
    made.catch(() => blankForms.delete(key))
  }
  const content = (await blankForms.get(key)) ?? new Uint8Array()
  return answerFile(c, { name: `政府信息公开申请表.${format}`, mediaType: formTypes[format], content })
}

const formTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const
