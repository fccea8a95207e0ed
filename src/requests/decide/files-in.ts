import type { FileReference } from '../../office/file-reference.ts'
import type { RequestCommand } from './request-command.ts'

/** The files that an act names. */
export function filesIn(command: RequestCommand): readonly FileReference[] {
  switch (command.type) {
    case 'register':
      return [command.agent?.powerOfAttorney, command.scan, ...(command.proofs ?? [])].filter((file) => file != null)
    case 'receiveCorrection':
      return [command.powerOfAttorney, ...(command.enclosed ?? [])].filter((file) => file != null)
    case 'answerDispatch':
      return command.material
    case 'decide':
      return command.decision.provision?.how === 'supplied' ? command.decision.provision.files : []
    case 'approve':
      return command.approval.medium === 'onPaper' ? [command.approval.scan] : []
    case 'proveService':
      return [command.proof]
    case 'keepLetter':
      return [command.file]
    default:
      return []
  }
}
