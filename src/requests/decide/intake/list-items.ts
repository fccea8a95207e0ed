import type { Act } from '../decided.ts'

/** 拆分事项: what a request asks for, thing by thing, as it is handled and, for a fee, counted (109号4). */
export const listItems: Act<'listItems'> = (_request, { on, items }) => {
  if (items.length < 2) return { rule: 'items-too-few' }
  return [{ type: 'itemsListed', on, items: items.map((description, at) => ({ id: at + 1, description })) }]
}
