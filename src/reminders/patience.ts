/** How long one sending may take in all; a claim holds longer. */
export const patienceMs = 15_000
