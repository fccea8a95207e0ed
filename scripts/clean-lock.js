// Drops from package-lock.json the optional platform packages the registry could not deliver when the lock was written.
// `npm ci` refuses a lock that names a package it has no entry for. Run after an `npm install` that touched such a tool.
import { readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8'))
for (const [path, entry] of Object.entries(lock.packages)) {
  if (!path) continue
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    const places = [`${path}/node_modules/${name}`, `node_modules/${name}`]
    if (!places.some((place) => lock.packages[place]?.version)) delete entry.optionalDependencies[name]
  }
}
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
