/** The steps of a commitment after it was made: begun, done, deferred, dropped, moved. Each is an event and a public act. */
import { insertCommitmentEvent, listEventsOf, lockCommitment } from '#db/commitment/commitments.ts'
import { may } from '../access.ts'
import { dayIn } from '../directory/rules/days.ts'
import { Refused } from '../errors.ts'
import { fileIssue, storeFile, type GivenFile, type StoredFile } from '../files.ts'
import { readInput, type Issues, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { transaction, type Scope } from '../scope.ts'
import { getCommitment, getCommitmentRow, NO_EVENT, type CommitmentView } from './commitments.ts'
import { factsOf, placeOf, type CommitmentFacts } from './facts.ts'
import { tellFollowers } from './news.ts'
import { needsReason, NEXT_STEPS } from './rules/status.ts'
import { stepSchema, type StepInput } from './schema.ts'

type Step = ReturnType<typeof stepSchema.parse>
const LEAST_REASON = 10

/**
 * Takes a step. Done asks for evidence that anyone can look at: in words, with a link or a file. Deferring, dropping, moving
 * the day and taking up again ask for a reason. Issues: see `stepSchema`; reason: reason; reasonCode: choose; evidenceText:
 * reason; evidence: evidence; file: file-kind, file-too-big; dueOn: required, before-today, same-day.
 * @throws Refused not-found, forbidden, conflict (commitment-step) where the step can't follow what happened meanwhile
 */
export async function takeStep(
  scope: Scope,
  slug: string,
  input: StepInput,
  file?: GivenFile,
): Promise<Outcome<{ commitment: CommitmentView }>> {
  const row = await getCommitmentRow(scope, slug)
  if (!may(scope.actor, 'commitment.keep', placeOf(row))) throw new Refused('forbidden')
  const reading = readInput(stepSchema, input)
  if (!reading.ok) return reading
  const issues = await transaction(scope, async (inner) => {
    await lockCommitment(inner.db, inner.engine, row.id)
    const before = factsOf(row, await listEventsOf(inner.db, [row.id]), scope.now)
    const found = issuesOfStep(reading.value, before, dayIn(scope.now, row.timezone), file)
    if (Object.keys(found).length > 0) return found
    await storeStep(inner, before, reading.value, file)
    return {}
  })
  if (Object.keys(issues).length > 0) return { ok: false, issues, values: reading.values }
  return { ok: true, commitment: await getCommitment(scope, slug) }
}

function issuesOfStep(
  { step, reason, reasonCode, evidenceText, evidenceUrl, dueOn }: Step,
  before: CommitmentFacts,
  today: string,
  file: GivenFile | undefined,
): Issues {
  if (!NEXT_STEPS[before.status].includes(step)) throw new Refused('conflict', 'commitment-step')
  const issues: Issues = {}
  if (needsReason(step, before.status) && (reason ?? '').length < LEAST_REASON) issues.reason = 'reason'
  if ((step === 'deferred' || step === 'dropped') && !reasonCode) issues.reasonCode = 'choose'
  if (step === 'done') {
    if ((evidenceText ?? '').length < LEAST_REASON) issues.evidenceText = 'evidence-text'
    const wrong = file && fileIssue(file)
    if (wrong) issues.file = wrong
    else if (!file && !evidenceUrl) issues.evidenceUrl = 'evidence'
  }
  if (step === 'due-moved') {
    if (!dueOn) issues.dueOn = 'required'
    else if (dueOn < today) issues.dueOn = 'before-today'
    else if (dueOn === before.dueOn) issues.dueOn = 'same-day'
  }
  return issues
}

type InTransaction = Parameters<Parameters<typeof transaction>[1]>[0]

/** Inside a transaction that holds the commitment's lock and has checked that the step may follow. */
export async function storeStep(
  scope: InTransaction,
  before: CommitmentFacts,
  step: Step,
  file?: GivenFile,
): Promise<void> {
  const stored = step.step === 'done' && file ? await storeEvidence(scope, file) : undefined
  const number = (await listEventsOf(scope.db, [before.id])).length + 1
  const said = saidBy(step, before, stored)
  const byAccount = scope.actor?.accountId ?? ''
  const event = { ...NO_EVENT, ...said, id: newId(), commitmentId: before.id, number, byAccount }
  await insertCommitmentEvent(scope.db, { ...event, at: scope.now.toISOString() })
  await tellFollowers(scope, before.id, { what: 'step', number })
  scope.record({
    kind: `commitment.${step.step}`,
    subject: before.id,
    fields: {
      title: before.what,
      number,
      reason: event.reason,
      reasonCode: event.reasonCode,
      evidenceText: event.evidenceText,
      evidenceUrl: event.evidenceUrl,
      evidenceFile: event.evidenceFile,
      dueBefore: event.dueBefore,
      dueAfter: event.dueAfter,
    },
  })
}

/** Of all that was typed, what belongs to the step. */
function saidBy(
  { step, reason, reasonCode, evidenceText, evidenceUrl, dueOn }: Step,
  before: CommitmentFacts,
  stored: StoredFile | undefined,
) {
  if (step === 'done')
    return {
      kind: step,
      evidenceText,
      evidenceUrl,
      evidenceFile: stored?.hash ?? null,
      evidenceFileName: stored?.name ?? null,
    }
  if (step === 'due-moved') return { kind: step, reason, reasonCode, dueBefore: before.dueOn, dueAfter: dueOn }
  return { kind: step, reason, reasonCode: step === 'running' ? null : reasonCode }
}

async function storeEvidence(scope: InTransaction, file: GivenFile): Promise<StoredFile> {
  const stored = await storeFile(scope, file)
  if (!stored.ok) throw new Error(`A file was found good and then refused: ${stored.issue}`)
  return stored
}
