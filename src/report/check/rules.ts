import { k7 } from './claims/k7.ts'
import { k8 } from './claims/k8.ts'
import { k9 } from './claims/k9.ts'
import { narrativeSum } from './claims/narrative-sum.ts'
import { rate100 } from './claims/rate-100.ts'
import { blankCells } from './filing/blank-cells.ts'
import { copied } from './filing/copied.ts'
import { late } from './filing/late.ts'
import { oldForm } from './filing/old-form.ts'
import { k1 } from './identities/k1.ts'
import { k2 } from './identities/k2.ts'
import { k3 } from './identities/k3.ts'
import { k4 } from './identities/k4.ts'
import { k5 } from './identities/k5.ts'
import { k6 } from './identities/k6.ts'
import { k10 } from './identities/k10.ts'
import { k11 } from './identities/k11.ts'
import { repetition } from './language/repetition.ts'
import { residue } from './language/residue.ts'
import { usage } from './language/usage.ts'
import { wrongLevel } from './language/wrong-level.ts'
import { accountability } from './outline/accountability.ts'
import { feeStatement } from './outline/fee-statement.ts'
import { fiveAspectsRule } from './outline/five-aspects.ts'
import { headingMissing } from './outline/heading-missing.ts'
import { headingNumber } from './outline/heading-number.ts'
import { headingOrder } from './outline/heading-order.ts'
import { title } from './outline/title.ts'
import { yearMismatch } from './outline/year-mismatch.ts'
import type { AnyRule } from './rule.ts'

/** Every rule, in the order of the contract. */
export const rules: readonly AnyRule[] = [
  k1,
  k2,
  k3,
  k5,
  k6,
  k4,
  k7,
  k8,
  k9,
  k11,
  k10,
  title,
  yearMismatch,
  headingMissing,
  headingOrder,
  headingNumber,
  fiveAspectsRule,
  feeStatement,
  residue,
  wrongLevel,
  repetition,
  usage,
  blankCells,
  oldForm,
  accountability,
  narrativeSum,
  rate100,
  late,
  copied,
]
