import { layout } from '../portal/components/layout.ts'
import { type Fragment, html } from '../portal/html.ts'
import { pageFrame } from '../portal/page-frame.ts'
import { makeView } from '../portal/view.ts'
import type { Language } from '../refusals/refusal.ts'

/** As much of an OpenAPI document as the page tells. */
export type Described = {
  readonly paths?: object
}

type Schema = {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}
type Operation = {
  readonly summary?: string
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly schema?: Schema
  }[]
  readonly requestBody?: { readonly content: { readonly 'application/json'?: { readonly schema: Schema } } }
  readonly responses: Readonly<Record<string, { readonly description: string }>>
}

const words = {
  'zh-CN': {
    title: '政府信息公开申请办理接口',
    lead: '供本机关的其他业务系统登记、办理和查询政府信息公开申请。每次调用都按案件状态、角色、条文和期限检查；不能办理的，说明依据和现在可以办理的事项。',
    start: '开始使用',
    steps: [
      '由管理员生成访问令牌：gongkai token add --agency 代码 --name 系统名称 --scope requests:read --scope requests:write --role clerk',
      '每次调用都带请求头 Authorization: Bearer 令牌。日期写作 2026-03-02，为北京时间。',
      '写入时带 Idempotency-Key（任取一个不重复的值）：连接中断后用同一个值重发，不会重复登记。',
      '办理时带 If-Match: "版本号"：别人已经更新的，本次不办理（409）。',
    ],
    machine: '机器可读的接口描述（OpenAPI 3.1）',
    fields: '字段',
    type: '类型',
    needed: '必填',
    yes: '是',
    noFields: '没有字段',
    answers: '返回',
    privacy: '本系统为非涉密系统，严禁处理国家秘密、工作秘密。申请人身份只在单独的地址返回，每次查询留痕。',
  },
  en: {
    title: 'Interface for disclosure requests',
    lead: 'For other programs of the agency: register requests, act on them, read them. Every call is judged by the state of the case, role, article and period; what is turned down says why and what is possible now.',
    start: 'Getting started',
    steps: [
      'The operator makes a token: gongkai token add --agency CODE --name PROGRAM --scope requests:read --scope requests:write --role clerk',
      'Send it with every call: Authorization: Bearer TOKEN. Days are written 2026-03-02, Beijing time.',
      'Send an Idempotency-Key of your own with every post: sent again with the same key, it is not done twice.',
      'Send If-Match: "VERSION" with an act: where somebody else changed the case meanwhile, it is not done (409).',
    ],
    machine: 'The same for machines (OpenAPI 3.1)',
    fields: 'Field',
    type: 'Type',
    needed: 'Required',
    yes: 'yes',
    noFields: 'no fields',
    answers: 'Answers',
    privacy:
      'This is a system for non-secret information only. Who applies is told at an address of its own, and each look is recorded.',
  },
} as const satisfies Readonly<Record<Language, object>>

/** The interface as a page for people, in the house of the portal. `version` is that of the portal's assets. */
export function documentationPage(described: Described, language: Language, base: string, version: string): string {
  const view = makeView(language, 'page')
  const own = words[language]
  const english = language === 'en'
  const portal = pageFrame(view, base, version)
  const frame = {
    ...portal,
    title: own.title,
    head: html`<link rel="icon" href="${base}assets/${version}/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="${base}assets/${version}/portal.css">`,
    links: portal.links.map((link) => ({ ...link, current: false })),
    switchHref: `${base}api/${english ? '' : '?lang=en'}`,
    privacy: own.privacy,
  }
  const routes = Object.entries(described.paths ?? {}).flatMap(([path, operations]) =>
    Object.entries(operations as object).map(([method, operation]) =>
      route(method, path, operation as Operation, language),
    ),
  )
  const content = html`<div class="opening"><h1>${own.title}</h1><p class="lead">${own.lead}</p></div>
<section class="interface-start"><h2>${own.start}</h2><ol>${own.steps.map((step) => html`<li>${step}</li>`)}</ol>
<p><a href="${base}api/openapi.json">${own.machine}</a></p></section>
<div class="interface-routes">${routes}</div>`
  return String(layout(view, frame, content))
}

function route(method: string, path: string, operation: Operation, language: Language): Fragment {
  const own = words[language]
  const [chinese = '', english = chinese] = (operation.summary ?? '').split(' · ')
  const body = operation.requestBody?.content['application/json']?.schema
  const fields = [
    ...(operation.parameters ?? []).map(({ name, required, schema }) => ({ name, schema: schema ?? {}, required })),
    ...(body ? fieldsOf(body, '') : []),
  ]
  return html`<details class="interface-route"><summary><code class="method method-${method}">${method.toUpperCase()}</code> <code>${path}</code> <span>${language === 'en' ? english : chinese}</span></summary>
${
  fields.length === 0
    ? html`<p class="quiet">${own.noFields}</p>`
    : html`<div class="table-box" tabindex="0" role="region" aria-label="${`${method.toUpperCase()} ${path} ${own.fields}`}"><table class="interface-table"><thead><tr><th scope="col">${own.fields}</th><th scope="col">${own.type}</th><th scope="col">${own.needed}</th></tr></thead><tbody>${fields.map(
        ({ name, schema, required }) =>
          html`<tr><th scope="row"><code>${name}</code></th><td>${typeOf(schema)}</td><td>${required && own.yes}</td></tr>`,
      )}</tbody></table></div>`
}
<p class="quiet">${own.answers}: ${Object.entries(operation.responses).map(([status, { description }]) => {
    const [zh = '', en = zh] = description.split(' · ')
    return html`<span class="interface-answer"><code>${status}</code> ${language === 'en' ? en : zh}</span> `
  })}</p></details>`
}

type Field = { readonly name: string; readonly schema: Schema; readonly required: boolean | undefined }

/** The fields of a schema by their paths, inner ones behind dots. */
function fieldsOf(schema: Schema, path: string): readonly Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => {
    const place = path === '' ? name : `${path}.${name}`
    const self = { name: place, schema: inner, required: schema.required?.includes(name) }
    const choices = [inner, ...(inner.anyOf ?? []), ...(inner.oneOf ?? []), ...(inner.items ? [inner.items] : [])]
    return [self, ...choices.flatMap((choice) => fieldsOf(choice, place))]
  })
}

function typeOf(schema: Schema): string {
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]
  if (choices.length > 0) return [...new Set(choices.map(typeOf))].filter((type) => type !== '').join(' | ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map(String).join(' | ')
  if (schema.items) return `[${typeOf(schema.items)}]`
  const type = [schema.type ?? ''].flat().join(' | ')
  return schema.format ? schema.format : type
}
