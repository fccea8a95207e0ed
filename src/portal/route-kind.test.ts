import assert from 'node:assert/strict'
import { test } from 'node:test'
import { routeKind } from './route-kind.ts'

test('an address is of one of few kinds, whatever is typed into it', () => {
  const kinds = {
    '': 'home',
    'en/': 'home',
    'plain/': 'home',
    'en/plain/agencies/A1/': 'agency',
    'agencies/A1/guide/': 'guide',
    'agencies/A1/content/items/rules/page-2/': 'content',
    'agencies/A1/reports/2025/': 'reports',
    'agencies/A1/reports/2025/figures/': 'figures',
    'agencies/A1/reports/2025/files/abc/x.pdf': 'file',
    'agencies/A1/request/': 'request',
    'agencies/A1/request/form.pdf': 'request',
    'en/agencies/A1/request/apply/who/': 'apply',
    'agencies/A1/request/follow/case/': 'follow',
    'items/0/': 'item',
    'items/0/files/abc/x.pdf': 'file',
    'search/': 'search',
    'sitemap-1.xml': 'feed',
    'data/items.json': 'feed',
    'api/requests/2026-0001': 'api',
    'api/openapi.json': 'api',
    healthz: 'health',
    metrics: 'metrics',
    张三: 'other',
  }
  for (const [path, kind] of Object.entries(kinds)) assert.equal(routeKind(`/zfxxgk/${path}`, '/zfxxgk/'), kind, path)
  assert.equal(routeKind('/elsewhere/', '/zfxxgk/'), 'other')
})
