import type { z } from 'zod'
import { errorSchema } from './requests/answer-schemas.ts'

/** A body of JSON, as the description of a route tells it. */
export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

type DeepReadonly<T> = unknown extends T
  ? T
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends readonly (infer E)[]
      ? readonly DeepReadonly<E>[]
      : { readonly [K in keyof T]: DeepReadonly<T[K]> }

/** An answer of a schema. Ours are read-only and those of schemas are not, which does not matter once they leave. */
export function answerOf<T extends z.ZodType>(_schema: T, answer: DeepReadonly<z.output<T>>): z.output<T> {
  return answer as z.output<T>
}

/** What every route behind a token may answer when it does not go well. */
export const errors = {
  400: json(errorSchema, '请求写错了 · the call is malformed'),
  401: json(errorSchema, '没有有效的访问令牌 · no valid token'),
  403: json(errorSchema, '没有权限 · the token lacks the scope'),
  404: json(errorSchema, '没有这件申请、案件或者文件 · no such case or file'),
  409: json(errorSchema, '已被他人更新，或者编号、键已经使用 · changed meanwhile, or in use'),
  422: json(errorSchema, '不能这样办理 · turned down'),
}
