import type { Act } from '../decided.ts'

/** 归档: one case, one volume (条例45). What was served on paper needs its proof first. */
export const archive: Act<'archive'> = ({ service }, { on, volume }) => {
  const onPaper = service && ['inPerson', 'post', 'courier'].includes(service.method)
  if (onPaper && !service.proof) return { rule: 'service-not-proved' }
  return [{ type: 'archived', on, volume }]
}
