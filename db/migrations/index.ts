/** Every migration in order. Each is frozen once it has run anywhere: a change is a new one. */
import type { Kysely } from 'kysely'
import type { Engine } from '../dialect.ts'
import * as ledger from './0001-ledger.ts'
import * as directory from './0002-directory.ts'
import * as identity from './0003-identity.ts'
import * as survey from './0004-survey.ts'
import * as portal from './0005-portal.ts'
import * as people from './0006-people.ts'
import * as notice from './0007-notice.ts'
import * as machineTokens from './0008-machine-tokens.ts'
import * as directoryKeeping from './0009-directory.ts'
import * as counter from './0010-counter.ts'
import * as filesAndCommitments from './0011-files-and-commitments.ts'
import * as policy from './0012-policy.ts'
import * as moderation from './0013-moderation.ts'
import * as consultation from './0014-consultation.ts'
import * as inputs from './0015-inputs.ts'
import * as answering from './0016-answering.ts'
import * as inputLikeness from './0017-input-likeness.ts'
import * as residents from './0018-residents.ts'
import * as musyawarah from './0020-musyawarah.ts'
import * as takingAnswers from './0021-taking-answers.ts'
import * as musyawarahBefore from './0022-musyawarah-before.ts'
import * as hall from './0024-hall.ts'
import * as recordAddenda from './0025-record-addenda.ts'
import * as commitmentFollow from './0026-commitment-follow.ts'
import * as followers from './0027-followers.ts'
import * as deskFilters from './0028-desk-filters.ts'

export const migrations: Record<string, { up(db: Kysely<unknown>, engine: Engine): Promise<void> }> = {
  '0001-ledger': ledger,
  '0002-directory': directory,
  '0003-identity': identity,
  '0004-survey': survey,
  '0005-portal': portal,
  '0006-people': people,
  '0007-notice': notice,
  '0008-machine-tokens': machineTokens,
  '0009-directory': directoryKeeping,
  '0010-counter': counter,
  '0011-files-and-commitments': filesAndCommitments,
  '0012-policy': policy,
  '0013-moderation': moderation,
  '0014-consultation': consultation,
  '0015-inputs': inputs,
  '0016-answering': answering,
  '0017-input-likeness': inputLikeness,
  '0018-residents': residents,
  '0020-musyawarah': musyawarah,
  '0021-taking-answers': takingAnswers,
  '0022-musyawarah-before': musyawarahBefore,
  '0024-hall': hall,
  '0025-record-addenda': recordAddenda,
  '0026-commitment-follow': commitmentFollow,
  '0027-followers': followers,
  '0028-desk-filters': deskFilters,
}
