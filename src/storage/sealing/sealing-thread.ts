// Entry of the thread that seals applicants, while the thread that started it reads the next rows.
import { parentPort, workerData } from 'node:worker_threads'
import { type SealingKeys, sealApplicants, type UnsealedApplicants } from './seal-applicants.ts'

const keys = workerData as SealingKeys

// An error in here is not caught: it ends the thread, and every batch that waits for it fails.
parentPort?.on('message', (applicants: UnsealedApplicants) => {
  parentPort?.postMessage(sealApplicants(keys, applicants))
})
