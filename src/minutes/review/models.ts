/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { BoardModel } from '../../board/models/model.ts'
import type { Section } from './draft.ts'

import { stackFor } from '../../board/models.ts'

export type { BoardModel } from '../../board/models/model.ts'
export { STARTER_MODELS } from '../../board/models.ts'

/** Title of the stack for the cards of a section. */
export function stackOf(model: BoardModel, section: Section, follows: boolean): string {
	return model.stacks[stackFor(model, follows ? 'followUps' : 'items', section.stack)]?.title ?? ''
}
