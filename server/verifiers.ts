/** What each module checks of its rows, says to strangers, and lets strangers check. In the order in which it is done. */
import { verifyCommitments } from './commitment/verify.ts'
import { verifyConsultations } from './consultation/verify.ts'
import { verifyInputs } from './consultation/verify-inputs.ts'
import { verifyDirectory } from './directory/verify.ts'
import { verifyAnswers } from './consultation/verify-answers.ts'
import type { Head } from './ledger/heads.ts'
import type { Exporter, OpenExportVerifier, Verifier } from './ledger/verification.ts'
import { verifyHeads, verifyLedger, verifySavedHeads } from './ledger/verify.ts'
import { openLedgerExportVerifier, openSavedHeadsVerifier } from './ledger/verify-export.ts'
import { verifyModeration } from './moderation/verify.ts'
import { verifyMeetings } from './musyawarah/verify.ts'
import { verifyPolicies } from './policy/verify.ts'
import { exportSurveys } from './survey/public-export.ts'
import { verifySurveys } from './survey/verify.ts'
import { openSurveyExportVerifier } from './survey/verify-export.ts'

/** @param knownKeys public keys that may sign heads; with none any key may. @param savedHeads heads that others kept. */
export function rowVerifiers({
  knownKeys = [],
  savedHeads = [],
}: {
  knownKeys?: string[]
  savedHeads?: Head[]
}): Verifier[] {
  return [
    verifyLedger,
    verifyHeads(knownKeys),
    verifySavedHeads(savedHeads, knownKeys),
    verifyDirectory,
    verifyModeration,
    verifySurveys,
    verifyCommitments,
    verifyPolicies,
    verifyAnswers,
    verifyConsultations,
    verifyInputs,
    verifyMeetings,
  ]
}

export const exporters: Exporter[] = [exportSurveys]

export function exportVerifiers({ savedHeads = [] }: { savedHeads?: Head[] }): OpenExportVerifier[] {
  return [openLedgerExportVerifier, openSavedHeadsVerifier(savedHeads), openSurveyExportVerifier]
}
