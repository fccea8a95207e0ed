import { z } from 'zod'
import type { SiteView } from '../site-view.ts'
import { agenciesSchema, itemSchema, itemsSchema } from './schemas.ts'
import { webHref } from './web-href.ts'

/** The description of what programs can read of the portal, in OpenAPI 3.1. */
export function openApiJson(view: SiteView): object {
  const parameter = {
    name: 'id',
    in: 'path',
    required: true,
    description: 'The id of an item.',
    schema: { type: 'string', format: 'uuid' },
  }
  return {
    openapi: '3.1.0',
    info: {
      title: view.siteName,
      version: '1',
      description:
        'What is published under the Regulation on the Disclosure of Government Information. Read only, without a key.',
    },
    servers: [{ url: webHref(view, '').replace(/\/$/, '') || '/' }],
    paths: {
      '/data/agencies.json': { get: reading('listAgencies', 'The agencies that publish here.', agenciesSchema, []) },
      '/data/items.json': { get: reading('listItems', 'What is published, newest first.', itemsSchema, []) },
      '/data/items/{id}.json': {
        get: reading(
          'listItemsAfter',
          'What was published before the item of this id; `next` leads here.',
          itemsSchema,
          [parameter],
        ),
      },
      '/items/{id}/item.json': {
        get: reading('readItem', 'One item whole, or the trace of one that was withdrawn.', itemSchema, [parameter]),
      },
    },
  }
}

function reading(operationId: string, summary: string, schema: z.ZodType, parameters: readonly object[]) {
  // References of the draft lead into the schema itself; one that repeats nothing is simplest to read.
  const { $schema: _, ...described } = z.toJSONSchema(schema, { reused: 'inline' })
  return {
    operationId,
    summary,
    ...(parameters.length > 0 && { parameters }),
    responses: {
      200: { description: summary, content: { 'application/json': { schema: described } } },
      ...(parameters.length > 0 && { 404: { description: 'There is no such item.' } }),
    },
  }
}
